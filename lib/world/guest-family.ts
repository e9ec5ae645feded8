/** What HCX's guest-dependent steps need to know of an operating system. */
export type GuestFamily = "windows" | "linux" | "other";

const LINUX =
  /linux|red hat|rhel|centos|ubuntu|debian|suse|sles|oracle (linux|enterprise)|fedora|rocky|alma|photon|coreos|asianux/i;

/** The family by the name that vSphere gives the guest; null when the export names none. */
export function guestFamilyOf(osName: string | null): GuestFamily | null {
  if (osName === null || osName.trim() === "") return null;
  if (/windows/i.test(osName)) return "windows";
  return LINUX.test(osName) ? "linux" : "other";
}
