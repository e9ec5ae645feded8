import {
  APP,
  type Application,
  DB,
  LINUX,
  OLD_LINUX,
  OLD_WINDOWS,
  SMALL_DB,
  shape,
  tier,
  WEB,
  WINDOWS,
} from "./application-model";

/** What everything else stands on: directory, files, mail, desktops, platforms, backup, laboratories. */
export const PLATFORM_APPLICATIONS: readonly Application[] = [
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
