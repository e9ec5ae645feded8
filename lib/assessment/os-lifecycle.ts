/**
 * End of support of guest operating systems: the last date that the vendor gives security updates
 * without a separate contract. Matched in order against the name that vSphere or Tools report.
 * Sources: Microsoft Lifecycle, Red Hat, SUSE, Canonical, Debian LTS, Oracle and CentOS life cycle
 * pages, as of 2026-01.
 */
type Row = [pattern: RegExp, family: string, endOfSupport: string];

const ROWS: readonly Row[] = [
  [/windows server (?:\(r\) )?2003/i, "Windows Server 2003", "2015-07-14"],
  [/windows server (?:\(r\) )?2008/i, "Windows Server 2008", "2020-01-14"],
  [/windows server (?:\(r\) )?2012/i, "Windows Server 2012", "2023-10-10"],
  [/windows server 2016/i, "Windows Server 2016", "2027-01-12"],
  [/windows server 2019/i, "Windows Server 2019", "2029-01-09"],
  [/windows server 2022/i, "Windows Server 2022", "2031-10-14"],
  [/windows server 2025/i, "Windows Server 2025", "2034-11-14"],
  [/windows (?:2000|nt|98|95)\b/i, "Windows 2000", "2010-07-13"],
  [/windows xp/i, "Windows XP", "2014-04-08"],
  [/windows vista/i, "Windows Vista", "2017-04-11"],
  [/windows 7\b/i, "Windows 7", "2020-01-14"],
  [/windows 8\b/i, "Windows 8", "2023-01-10"],
  [/windows 10\b/i, "Windows 10", "2025-10-14"],
  [/red hat enterprise linux (?:server )?[2345]\b/i, "Red Hat Enterprise Linux 5", "2017-03-31"],
  [/red hat enterprise linux (?:server )?6\b/i, "Red Hat Enterprise Linux 6", "2020-11-30"],
  [/red hat enterprise linux (?:server )?7\b/i, "Red Hat Enterprise Linux 7", "2024-06-30"],
  [/red hat enterprise linux (?:server )?8\b/i, "Red Hat Enterprise Linux 8", "2029-05-31"],
  [/red hat enterprise linux (?:server )?9\b/i, "Red Hat Enterprise Linux 9", "2032-05-31"],
  [/red hat enterprise linux (?:server )?10\b/i, "Red Hat Enterprise Linux 10", "2035-05-31"],
  [/(?:rocky|alma) ?linux 8\b/i, "Rocky and AlmaLinux 8", "2029-05-31"],
  [/(?:rocky|alma) ?linux 9\b/i, "Rocky and AlmaLinux 9", "2032-05-31"],
  [/centos (?:linux )?(?:4\/5\/6|4\/5|[456])\b/i, "CentOS 6", "2020-11-30"],
  [/centos (?:linux )?7\b/i, "CentOS 7", "2024-06-30"],
  [/centos (?:linux )?8\b/i, "CentOS 8", "2021-12-31"],
  [/oracle linux (?:4\/5|[45])\b/i, "Oracle Linux 5", "2017-06-30"],
  [/oracle linux 6\b/i, "Oracle Linux 6", "2021-03-31"],
  [/oracle linux 7\b/i, "Oracle Linux 7", "2024-12-31"],
  [/oracle linux 8\b/i, "Oracle Linux 8", "2029-07-31"],
  [/oracle linux 9\b/i, "Oracle Linux 9", "2032-06-30"],
  [/suse linux enterprise (?:server )?(?:8\/9|10)\b/i, "SUSE Linux Enterprise 10", "2013-07-31"],
  [/suse linux enterprise (?:server )?11\b/i, "SUSE Linux Enterprise 11", "2019-03-31"],
  [/suse linux enterprise (?:server )?12\b/i, "SUSE Linux Enterprise 12", "2024-10-31"],
  [/suse linux enterprise (?:server )?15\b/i, "SUSE Linux Enterprise 15", "2031-07-31"],
  [/ubuntu (?:linux )?14\.04/i, "Ubuntu 14.04", "2019-04-30"],
  [/ubuntu (?:linux )?16\.04/i, "Ubuntu 16.04", "2021-04-30"],
  [/ubuntu (?:linux )?18\.04/i, "Ubuntu 18.04", "2023-05-31"],
  [/ubuntu (?:linux )?20\.04/i, "Ubuntu 20.04", "2025-05-31"],
  [/ubuntu (?:linux )?22\.04/i, "Ubuntu 22.04", "2027-04-30"],
  [/ubuntu (?:linux )?24\.04/i, "Ubuntu 24.04", "2029-04-30"],
  [/debian gnu\/linux [4567]\b/i, "Debian 7", "2018-05-31"],
  [/debian gnu\/linux 8\b/i, "Debian 8", "2020-06-30"],
  [/debian gnu\/linux 9\b/i, "Debian 9", "2022-06-30"],
  [/debian gnu\/linux 10\b/i, "Debian 10", "2024-06-30"],
  [/debian gnu\/linux 11\b/i, "Debian 11", "2026-08-31"],
  [/debian gnu\/linux 12\b/i, "Debian 12", "2028-06-30"],
];

export type OsLifecycle = { family: string; endOfSupport: string };

/**
 * Null for systems that the table does not know, which says nothing of their support. So does a name of
 * vSphere that covers every later release: `Microsoft Windows Server 2016 or later (64-bit)`.
 */
export function lifecycleOf(osName: string): OsLifecycle | null {
  if (/\bor later\b/i.test(osName)) return null;
  const row = ROWS.find(([pattern]) => pattern.test(osName));
  return row ? { family: row[1], endOfSupport: row[2] } : null;
}

/**
 * Guests that vSphere has terminated or that Azure Migrate's list of guests lacks a modern entry for
 * (VMware guest OS compatibility guide: terminated and deprecated guests).
 */
export const DEPRECATED_GUESTS =
  /windows (?:nt|95|98|2000|3\.1)|ms-?dos|netware|os\/2|ecomstation|sco (?:openserver|unixware)|unixware|mac ?os|darwin|solaris (?:8|9)\b|asianux [34]\b|free ?bsd \(/i;

/** Products of VMware whose general support has ended (VMware product lifecycle matrix). */
export const VSPHERE_END_OF_SUPPORT: readonly {
  below: readonly number[];
  endOfSupport: string;
}[] = [
  { below: [6, 5], endOfSupport: "2020-03-12" },
  { below: [7, 0], endOfSupport: "2022-10-15" },
  { below: [8, 0], endOfSupport: "2025-10-02" },
  { below: [9, 0], endOfSupport: "2027-10-11" },
];
