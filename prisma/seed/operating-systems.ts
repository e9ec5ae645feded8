/**
 * Guest operating systems, spelled as vSphere's guest identifiers are described.
 * vSphere has one identifier for Windows Server 2012 and 2012 R2.
 */
export const OS = {
  windows2012R2: "Microsoft Windows Server 2012 (64-bit)",
  windows2016: "Microsoft Windows Server 2016 (64-bit)",
  windows2019: "Microsoft Windows Server 2019 (64-bit)",
  windows2022: "Microsoft Windows Server 2022 (64-bit)",
  windows10: "Microsoft Windows 10 (64-bit)",
  windows11: "Microsoft Windows 11 (64-bit)",
  windows2008R2: "Microsoft Windows Server 2008 R2 (64-bit)",
  windows2003: "Microsoft Windows Server 2003 (32-bit)",
  rhel7: "Red Hat Enterprise Linux 7 (64-bit)",
  rhel8: "Red Hat Enterprise Linux 8 (64-bit)",
  rhel9: "Red Hat Enterprise Linux 9 (64-bit)",
  ubuntu: "Ubuntu Linux (64-bit)",
  centos7: "CentOS 7 (64-bit)",
  oracle7: "Oracle Linux 7 (64-bit)",
  oracle8: "Oracle Linux 8 (64-bit)",
  sles15: "SUSE Linux Enterprise 15 (64-bit)",
  photon: "VMware Photon OS (64-bit)",
  otherLinux: "Other 3.x or later Linux (64-bit)",
  solaris11: "Oracle Solaris 11 (64-bit)",
  freebsd: "FreeBSD 12 (64-bit)",
} as const;

export type OsKey = keyof typeof OS;

export function isWindows(osName: string): boolean {
  return osName.startsWith("Microsoft Windows");
}
