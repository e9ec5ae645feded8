import {
  APP,
  type Application,
  DB,
  LINUX,
  OLD_LINUX,
  OLD_WINDOWS,
  ORACLE,
  SMALL_DB,
  shape,
  tier,
  WEB,
  WINDOWS,
} from "./application-model";

/** What the business runs: each with its own tiers, data and callers. */
export const BUSINESS_APPLICATIONS: readonly Application[] = [
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
];
