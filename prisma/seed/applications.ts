import type { Environment } from "./estate-types";
import type { OsKey } from "./operating-systems";

/** How a tier's load goes over the day: working hours, nights, always alike, or in bursts. */
export type LoadShape = "office" | "batch" | "flat" | "spiky";

/** Which kind of cluster carries a VM. */
export type ClusterClass = "prod" | "sap" | "vdi" | "dev" | "legacy" | "lab";

export interface Tier {
  code: string;
  /** VMs of this tier in an estate of 800. */
  count: number;
  os: readonly (readonly [OsKey, number])[];
  cpus: readonly number[];
  memoryGib: readonly number[];
  /** Data disks beside the system disk: how many at least and at most, and of which sizes. */
  dataDisks: readonly [number, number];
  dataDiskGib: readonly number[];
  load: LoadShape;
  /** What dependency analysis sees running and listening. */
  service: { application: string; process: string; port: number };
}

export interface Application {
  code: string;
  site: "icn1" | "pus1";
  clusterClass: ClusterClass;
  environment: Environment;
  tiers: readonly Tier[];
  /** Who calls whom: tier codes, or `app.tier` for another application. */
  flows: readonly (readonly [from: string, to: string])[];
}

/** Short names keep the catalogue readable: one line a tier. */
function tier(
  code: string,
  count: number,
  os: Tier["os"],
  shape: Pick<Tier, "cpus" | "memoryGib" | "dataDisks" | "dataDiskGib">,
  load: LoadShape,
  service: [application: string, process: string, port: number],
): Tier {
  const [application, process, port] = service;
  return { code, count, os, ...shape, load, service: { application, process, port } };
}

function shape(
  cpus: readonly number[],
  memoryGib: readonly number[],
  dataDisks: readonly [number, number],
  dataDiskGib: readonly number[],
) {
  return { cpus, memoryGib, dataDisks, dataDiskGib };
}

const WEB = shape([2, 4], [4, 8], [0, 1], [20, 40]);
const APP = shape([4, 8], [8, 16, 32], [1, 2], [50, 100]);
const DB = shape([8, 16], [64, 128], [3, 5], [200, 300, 500]);
const SMALL_DB = shape([4, 8], [16, 32], [2, 3], [100, 200]);
const LINUX: Tier["os"] = [
  ["rhel8", 5],
  ["rhel9", 2],
  ["rhel7", 2],
  ["ubuntu", 3],
];
const OLD_LINUX: Tier["os"] = [
  ["centos7", 4],
  ["rhel7", 3],
];
const ORACLE: Tier["os"] = [
  ["oracle8", 3],
  ["oracle7", 2],
];
const WINDOWS: Tier["os"] = [
  ["windows2019", 5],
  ["windows2016", 3],
  ["windows2022", 2],
];
const OLD_WINDOWS: Tier["os"] = [
  ["windows2012R2", 4],
  ["windows2016", 2],
];

/**
 * The applications of a mid-sized manufacturer and retailer in two sites, about 620 VMs together.
 * Larger estates repeat the list under numbered codes; smaller ones shrink every tier.
 */
export const APPLICATIONS: readonly Application[] = [
  {
    code: "shop",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("web", 14, LINUX, WEB, "office", ["nginx", "nginx", 443]),
      tier("app", 18, LINUX, APP, "office", ["Shop services", "java", 8080]),
      tier("cache", 4, LINUX, shape([4], [32], [0, 0], []), "office", [
        "Redis",
        "redis-server",
        6379,
      ]),
      tier("mq", 3, LINUX, shape([4], [16], [1, 1], [100]), "spiky", [
        "RabbitMQ",
        "beam.smp",
        5672,
      ]),
      tier("db", 4, LINUX, DB, "office", ["PostgreSQL", "postgres", 5432]),
    ],
    flows: [
      ["web", "app"],
      ["app", "cache"],
      ["app", "mq"],
      ["app", "db"],
      ["app", "crm.app"],
      ["app", "bill.app"],
    ],
  },
  {
    code: "portal",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("web", 8, WINDOWS, WEB, "office", ["IIS", "w3wp.exe", 443]),
      tier("app", 10, WINDOWS, APP, "office", ["Portal services", "dotnet.exe", 8443]),
      tier("db", 3, WINDOWS, DB, "office", ["SQL Server", "sqlservr.exe", 1433]),
    ],
    flows: [
      ["web", "app"],
      ["app", "db"],
      ["app", "hr.app"],
    ],
  },
  {
    code: "erp",
    site: "icn1",
    clusterClass: "sap",
    environment: "production",
    tiers: [
      tier("wd", 2, [["sles15", 1]], shape([4], [16], [1, 1], [50]), "office", [
        "SAP Web Dispatcher",
        "sapwebdisp",
        443,
      ]),
      tier("app", 12, [["sles15", 1]], shape([8, 16], [64, 128], [2, 3], [100, 200]), "office", [
        "SAP NetWeaver",
        "disp+work",
        3200,
      ]),
      tier("db", 4, [["sles15", 1]], shape([32, 48], [512, 768], [6, 8], [512, 1024]), "flat", [
        "SAP HANA",
        "hdbindexserver",
        30015,
      ]),
    ],
    flows: [
      ["wd", "app"],
      ["app", "db"],
      ["app", "dwh.etl"],
    ],
  },
  {
    code: "erpqas",
    site: "icn1",
    clusterClass: "sap",
    environment: "acceptance",
    tiers: [
      tier("app", 6, [["sles15", 1]], shape([8], [64], [2, 2], [100]), "office", [
        "SAP NetWeaver",
        "disp+work",
        3200,
      ]),
      tier("db", 2, [["sles15", 1]], shape([32], [384], [5, 6], [512]), "flat", [
        "SAP HANA",
        "hdbindexserver",
        30015,
      ]),
    ],
    flows: [["app", "db"]],
  },
  {
    code: "hr",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("web", 3, OLD_WINDOWS, WEB, "office", ["IIS", "w3wp.exe", 443]),
      tier("app", 5, OLD_WINDOWS, APP, "office", ["HR services", "dotnet.exe", 8443]),
      tier("db", 2, OLD_WINDOWS, SMALL_DB, "office", ["SQL Server", "sqlservr.exe", 1433]),
    ],
    flows: [
      ["web", "app"],
      ["app", "db"],
    ],
  },
  {
    code: "bill",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("app", 10, OLD_LINUX, APP, "office", ["Billing services", "java", 8080]),
      tier("batch", 6, OLD_LINUX, APP, "batch", ["Billing batch", "java", 9090]),
      tier("db", 4, ORACLE, DB, "batch", ["Oracle Database", "oracle", 1521]),
    ],
    flows: [
      ["app", "db"],
      ["batch", "db"],
      ["batch", "file.srv"],
    ],
  },
  {
    code: "crm",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("web", 4, WINDOWS, WEB, "office", ["IIS", "w3wp.exe", 443]),
      tier("app", 8, WINDOWS, APP, "office", ["CRM services", "dotnet.exe", 8443]),
      tier("db", 2, WINDOWS, DB, "office", ["SQL Server", "sqlservr.exe", 1433]),
    ],
    flows: [
      ["web", "app"],
      ["app", "db"],
    ],
  },
  {
    code: "dwh",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("etl", 8, LINUX, APP, "batch", ["ETL", "java", 9000]),
      tier("db", 4, ORACLE, DB, "batch", ["Oracle Database", "oracle", 1521]),
      tier("rep", 6, WINDOWS, APP, "office", ["Reporting", "ReportingServicesService.exe", 443]),
    ],
    flows: [
      ["etl", "db"],
      ["rep", "db"],
      ["etl", "bill.db"],
    ],
  },
  {
    code: "mes",
    site: "pus1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("edge", 14, OLD_WINDOWS, shape([2], [4, 8], [0, 1], [40]), "flat", [
        "OPC gateway",
        "opcsvr.exe",
        4840,
      ]),
      tier("app", 14, OLD_WINDOWS, APP, "flat", ["MES services", "mescore.exe", 8443]),
      tier("db", 3, OLD_WINDOWS, DB, "flat", ["SQL Server", "sqlservr.exe", 1433]),
    ],
    flows: [
      ["edge", "app"],
      ["app", "db"],
      ["app", "erp.app"],
    ],
  },
  {
    code: "wms",
    site: "pus1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("web", 6, LINUX, WEB, "office", ["nginx", "nginx", 443]),
      tier("app", 10, LINUX, APP, "office", ["Warehouse services", "java", 8080]),
      tier("db", 3, ORACLE, DB, "office", ["Oracle Database", "oracle", 1521]),
    ],
    flows: [
      ["web", "app"],
      ["app", "db"],
      ["app", "mes.app"],
    ],
  },
  {
    code: "mail",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("edge", 2, OLD_WINDOWS, WEB, "office", ["SMTP relay", "EdgeTransport.exe", 25]),
      tier("mbx", 6, OLD_WINDOWS, DB, "office", ["Mailbox store", "store.exe", 443]),
    ],
    flows: [["edge", "mbx"]],
  },
  {
    code: "file",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("srv", 14, WINDOWS, shape([4], [16], [2, 4], [1024, 2048, 4096]), "office", [
        "File server",
        "System",
        445,
      ]),
    ],
    flows: [],
  },
  {
    code: "ad",
    site: "icn1",
    clusterClass: "prod",
    environment: "infrastructure",
    tiers: [
      tier("dc", 8, WINDOWS, shape([4], [8, 16], [1, 1], [20]), "flat", [
        "Active Directory",
        "lsass.exe",
        389,
      ]),
      tier("dns", 4, LINUX, shape([2], [4], [0, 0], []), "flat", ["DNS", "named", 53]),
      tier("pki", 2, OLD_WINDOWS, shape([2], [8], [0, 0], []), "flat", [
        "Certificate services",
        "certsrv.exe",
        443,
      ]),
    ],
    flows: [["dns", "dc"]],
  },
  {
    code: "k8s",
    site: "icn1",
    clusterClass: "prod",
    environment: "production",
    tiers: [
      tier("cp", 6, [["ubuntu", 1]], shape([4], [16], [1, 1], [50]), "flat", [
        "Kubernetes API",
        "kube-apiserver",
        6443,
      ]),
      tier("wk", 54, [["ubuntu", 1]], shape([8, 16], [32, 64], [1, 2], [100, 200]), "spiky", [
        "Kubernetes node",
        "kubelet",
        10250,
      ]),
    ],
    flows: [
      ["cp", "wk"],
      ["wk", "cp"],
      ["wk", "shop.db"],
    ],
  },
  {
    code: "mon",
    site: "icn1",
    clusterClass: "prod",
    environment: "infrastructure",
    tiers: [
      tier("srv", 8, LINUX, APP, "flat", ["Monitoring", "prometheus", 9090]),
      tier("log", 10, LINUX, shape([8], [32], [2, 3], [500, 1024]), "flat", [
        "Log search",
        "java",
        9200,
      ]),
    ],
    flows: [["srv", "log"]],
  },
  {
    code: "bkp",
    site: "pus1",
    clusterClass: "prod",
    environment: "infrastructure",
    tiers: [
      tier("proxy", 8, WINDOWS, shape([8], [16], [1, 1], [200]), "batch", [
        "Backup proxy",
        "bkpproxy.exe",
        2500,
      ]),
      tier("repo", 3, LINUX, shape([8], [32], [3, 4], [2048, 4096]), "batch", [
        "Backup repository",
        "bkprepo",
        2501,
      ]),
    ],
    flows: [["proxy", "repo"]],
  },
  {
    code: "vdi",
    site: "icn1",
    clusterClass: "vdi",
    environment: "production",
    tiers: [
      tier("con", 4, WINDOWS, WEB, "office", ["Connection broker", "broker.exe", 443]),
      tier(
        "desk",
        170,
        [
          ["windows10", 6],
          ["windows11", 4],
        ],
        shape([2, 4], [4, 8], [0, 1], [20]),
        "office",
        ["Remote desktop", "svchost.exe", 3389],
      ),
    ],
    flows: [
      ["con", "desk"],
      ["desk", "file.srv"],
      ["desk", "portal.web"],
    ],
  },
  {
    code: "ci",
    site: "icn1",
    clusterClass: "dev",
    environment: "development",
    tiers: [
      tier("ctl", 2, LINUX, APP, "flat", ["Build controller", "java", 8080]),
      tier("run", 24, LINUX, shape([4, 8], [8, 16], [1, 1], [100]), "spiky", [
        "Build runner",
        "runner",
        9100,
      ]),
      tier("art", 2, LINUX, shape([4], [16], [2, 2], [1024]), "flat", ["Artifacts", "java", 8081]),
    ],
    flows: [
      ["ctl", "run"],
      ["run", "art"],
    ],
  },
  {
    code: "test",
    site: "icn1",
    clusterClass: "dev",
    environment: "test",
    tiers: [
      tier("web", 16, LINUX, WEB, "office", ["nginx", "nginx", 443]),
      tier("app", 28, LINUX, APP, "office", ["Test services", "java", 8080]),
      tier("db", 10, LINUX, SMALL_DB, "office", ["PostgreSQL", "postgres", 5432]),
    ],
    flows: [
      ["web", "app"],
      ["app", "db"],
    ],
  },
  {
    code: "lab",
    site: "pus1",
    clusterClass: "lab",
    environment: "development",
    tiers: [tier("vm", 12, LINUX, APP, "flat", ["Laboratory", "java", 8080])],
    flows: [],
  },
  {
    code: "old",
    site: "icn1",
    clusterClass: "legacy",
    environment: "production",
    tiers: [
      tier("app", 16, OLD_WINDOWS, WEB, "flat", ["Archive services", "archive.exe", 8443]),
      tier("db", 4, OLD_LINUX, SMALL_DB, "flat", ["MySQL", "mysqld", 3306]),
    ],
    flows: [["app", "db"]],
  },
];

/** What fills the estate up to the number asked for. */
export const DEVELOPMENT: Application = {
  code: "dev",
  site: "icn1",
  clusterClass: "dev",
  environment: "development",
  tiers: [
    tier(
      "vm",
      0,
      [
        ["ubuntu", 3],
        ["rhel8", 2],
        ["centos7", 2],
        ["windows2019", 2],
        ["windows2016", 1],
      ],
      shape([2, 4], [4, 8, 16], [0, 2], [50, 100]),
      "spiky",
      ["Development", "java", 8080],
    ),
  ],
  flows: [["vm", "ci.art"]],
};
