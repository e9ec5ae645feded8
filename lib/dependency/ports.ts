/**
 * What ports are for, as far as grouping cares. Names are those of the IANA service name registry.
 */

export const NOISE_CATEGORIES = [
  "remoteAdministration",
  "nameAndTime",
  "signIn",
  "rpcAndFiles",
  "monitoring",
] as const;
/** Why a port says little about what must move together: the reason is a sentence in `messages/`. */
export type NoiseCategory = (typeof NOISE_CATEGORIES)[number];

export interface NoisePort {
  port: number;
  /** The service's usual short name. */
  service: string;
  category: NoiseCategory;
}

/**
 * Ports that tie everything to everything. 22, 53, 123, 135, 445 and 3389 are the noise that dependency exports
 * are known for (Azure Migrate: dependency exports, traps seen in real files); the others serve the same
 * purposes (Active Directory: service overview and network port requirements; SNMP, syslog and agents by IANA).
 */
export const NOISE_PORTS: readonly NoisePort[] = [
  { port: 22, service: "SSH", category: "remoteAdministration" },
  { port: 3389, service: "RDP", category: "remoteAdministration" },
  { port: 5985, service: "WinRM", category: "remoteAdministration" },
  { port: 5986, service: "WinRM/TLS", category: "remoteAdministration" },
  { port: 53, service: "DNS", category: "nameAndTime" },
  { port: 67, service: "DHCP", category: "nameAndTime" },
  { port: 123, service: "NTP", category: "nameAndTime" },
  { port: 88, service: "Kerberos", category: "signIn" },
  { port: 389, service: "LDAP", category: "signIn" },
  { port: 464, service: "Kerberos password", category: "signIn" },
  { port: 636, service: "LDAPS", category: "signIn" },
  { port: 3268, service: "Global catalog", category: "signIn" },
  { port: 3269, service: "Global catalog/TLS", category: "signIn" },
  { port: 135, service: "RPC endpoint mapper", category: "rpcAndFiles" },
  { port: 137, service: "NetBIOS name", category: "rpcAndFiles" },
  { port: 138, service: "NetBIOS datagram", category: "rpcAndFiles" },
  { port: 139, service: "NetBIOS session", category: "rpcAndFiles" },
  { port: 445, service: "SMB", category: "rpcAndFiles" },
  { port: 161, service: "SNMP", category: "monitoring" },
  { port: 162, service: "SNMP trap", category: "monitoring" },
  { port: 514, service: "Syslog", category: "monitoring" },
  { port: 6514, service: "Syslog/TLS", category: "monitoring" },
];

export const DEFAULT_NOISE_PORTS: readonly number[] = NOISE_PORTS.map(({ port }) => port);

/** Registered ports of database engines (IANA, and the vendors' defaults for those that IANA lacks). */
export const DATABASE_PORTS: ReadonlyMap<number, string> = new Map([
  [1433, "Microsoft SQL Server"],
  [1434, "Microsoft SQL Server"],
  [1521, "Oracle Database"],
  [1522, "Oracle Database"],
  [1526, "Oracle Database"],
  [2484, "Oracle Database"],
  [3306, "MySQL"],
  [5432, "PostgreSQL"],
  [50000, "IBM Db2"],
  [27017, "MongoDB"],
  [9042, "Apache Cassandra"],
  [6379, "Redis"],
  [5000, "SAP ASE"],
  [30015, "SAP HANA"],
  [30013, "SAP HANA"],
  [2638, "SAP SQL Anywhere"],
  [3050, "Firebird"],
  [1972, "InterSystems IRIS"],
  [8629, "Tibero"],
  [30000, "CUBRID"],
]);
