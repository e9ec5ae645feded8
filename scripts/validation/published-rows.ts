import { HCX_SETUP_DURATIONS } from "@/lib/hcx/setup-durations";
import { linkBytes, migrationOf, runFile, secondsIn } from "./run-file";

/** Section 3 of the validation: what HCX's public documents say about its speed, and what the model says. */
export interface PublishedRow {
  row: string;
  /** Scenario of docs/validation/, null for what is no migration. */
  file: string | null;
  setup: string;
  /** What the source leaves open and the scenario takes. */
  assumed: string;
  published: string;
  source: string;
  unit: string;
  /** Bounds of what was published, equal for a single figure. */
  low: number;
  high: number;
  /** Parameter that this row was used for to choose; null where the row is a prediction. */
  chooses: string | null;
  measure: () => number;
  /** What a reader should know of the deviation. */
  reason?: string;
}

const BITS = 8;
const MINUTE = 60;
const HOUR = 3600;
const MBIT = 1e6;

function relocateSeconds(file: string, vm?: string): number {
  return secondsIn(migrationOf(runFile(file), vm), "relocate");
}

/** Payload of a relocation, in bytes a second. */
function relocateRate(file: string): number {
  const migration = migrationOf(runFile(file));
  const stay = migration.phases.find(({ phase }) => phase === "relocate");
  if (stay === undefined || stay.endSeconds === null)
    throw new RangeError(`${file}: no relocation`);
  return stay.bytesTransferred / (stay.endSeconds - stay.startSeconds);
}

function baseSyncHours(file: string): number {
  return secondsIn(migrationOf(runFile(file)), "baseSync") / HOUR;
}

const VSPHERE_REPLICATION = "vSphere Replication 6.0 guide";
const IBM_MONITORING = "IBM Cloud docs, HCX monitoring parameters, 2019";
const IBM_MIGRATIONS = "IBM Cloud docs, HCX client migrations, 2022";
const WHOLE_LINE = "Nothing else is on the line.";

function replication(row: string, line: string, hours: number): PublishedRow {
  const file = `${row.toLowerCase()}.json`;
  return {
    row,
    file,
    setup: `100 GB replicated over ${line}`,
    assumed: WHOLE_LINE,
    published: `about ${hours} h`,
    source: VSPHERE_REPLICATION,
    unit: "h",
    low: hours,
    high: hours,
    chooses: "replicationEfficiencyRatio (one value for V19, V20 and V21)",
    measure: () => baseSyncHours(file),
  };
}

function extension(
  what: string,
  published: string,
  bounds: readonly [number, number],
  field: string,
  flows: readonly string[],
): PublishedRow {
  const file = "v15.json";
  return {
    row: "V15",
    file,
    setup: `Network Extension: ${what}`,
    assumed: "10 Gbit/s; guests send all that they can, and nothing is migrated.",
    published,
    source: "Azure VMware Solution, HCX performance; HCX configuration limits",
    unit: "Gbit/s",
    low: bounds[0],
    high: bounds[1],
    chooses: `networkExtensions[].${field}`,
    measure: () => {
      const sent = runFile(file).networkExtensions.flatMap(({ guestFlows }) => guestFlows);
      const rates = sent
        .filter(({ id }) => flows.includes(id))
        .map(({ bytesPerSecond }) => bytesPerSecond ?? Number.NaN);
      return (rates.reduce((sum, rate) => sum + rate, 0) * BITS) / 1e9;
    },
  };
}

function setupStep(
  what: string,
  published: string,
  source: string,
  bounds: readonly [number, number],
  step: keyof typeof HCX_SETUP_DURATIONS,
): PublishedRow {
  const { minSeconds, maxSeconds } = HCX_SETUP_DURATIONS[step];
  return {
    row: "V28",
    file: null,
    setup: what,
    assumed: "The middle of what a rehearsal draws from.",
    published,
    source,
    unit: "min",
    low: bounds[0],
    high: bounds[1],
    chooses: `set-up duration ${step}`,
    measure: () => (minSeconds + maxSeconds) / 2 / MINUTE,
  };
}

export const PUBLISHED_ROWS: readonly PublishedRow[] = [
  {
    row: "V1",
    file: "v1.json",
    setup: "Bulk base sync of one 150 GB VM, HCX 4.11.3",
    assumed: "10 Gbit/s; the disk is full.",
    published: "about 9 min",
    source: "Broadcom KB 440767",
    unit: "min",
    low: 9,
    high: 9,
    chooses: "replicationBytesPerSecond",
    measure: () => secondsIn(migrationOf(runFile("v1.json")), "baseSync") / MINUTE,
  },
  {
    row: "V2",
    file: "v2.json",
    setup: "The same VM, retried with its seed checkpoint",
    assumed: "Nothing has changed on it; the checksum and the sync that follows count.",
    published: "about 20 to 40 min",
    source: "Broadcom KB 440767",
    unit: "min",
    low: 20,
    high: 40,
    chooses: "checksumBytesPerSecond",
    measure: () => {
      const migration = migrationOf(runFile("v2.json"));
      const seconds = secondsIn(migration, "checksum", 2) + secondsIn(migration, "baseSync", 2);
      return seconds / MINUTE;
    },
  },
  {
    row: "V3",
    file: "v3.json",
    setup: "One vMotion over a 10 Gbit/s LAN",
    assumed: "500 GB, no changes.",
    published: "tops out at about 1.7 Gbit/s",
    source: IBM_MIGRATIONS,
    unit: "Gbit/s",
    low: 1.7,
    high: 1.7,
    chooses: "vmotionBytesPerSecond",
    measure: () => (relocateRate("v3.json") * BITS) / 1e9,
  },
  {
    row: "V4",
    file: "v4.json",
    setup: "One vMotion through WAN-OPT, 1 Gbit/s uplink shared with production",
    assumed:
      "Production leaves 110 Mbit/s: the source does not say, and V5 shows 90 to 120 on the same kind of uplink.",
    published: "300 to 400 Mbit/s",
    source: IBM_MIGRATIONS,
    unit: "Mbit/s",
    low: 300,
    high: 400,
    chooses: null,
    measure: () => (relocateRate("v4.json") * BITS) / MBIT,
  },
  {
    row: "V5",
    file: "v5.json",
    setup: "350 Mbit/s of vMotion on the LAN, through WAN-OPT",
    assumed: "The host's adapter holds the LAN at 350 Mbit/s.",
    published: "90 to 120 Mbit/s on the WAN",
    source: IBM_MONITORING,
    unit: "Mbit/s",
    low: 90,
    high: 120,
    chooses: "wanOptimization.ratio",
    measure: () =>
      (linkBytes(runFile("v5.json"), "link") / relocateSeconds("v5.json")) * (BITS / MBIT),
  },
  {
    row: "V9",
    file: "v9.json",
    setup: "8 concurrent Bulk replications against 1 vMotion, hosts on 1 Gbit/s",
    assumed:
      "All eight on one host, the vMotion on another; bandwidth is that of the host's adapter.",
    published: "8 replications use as much as 1 vMotion",
    source: IBM_MONITORING,
    unit: "vMotions",
    low: 1,
    high: 1,
    chooses: null,
    measure: () => {
      const report = runFile("v9.json");
      const hot = linkBytes(report, "vMotion") / secondsIn(migrationOf(report, "hot"), "relocate");
      const bulk = linkBytes(report, "Bulk") / secondsIn(migrationOf(report, "bulk 1"), "baseSync");
      return bulk / hot;
    },
    reason:
      "Both fill the adapter. The model lets a single replication fill it too, as V1 has 2.2 Gbit/s for one VM, " +
      "where the source suggests 125 Mbit/s each.",
  },
  {
    row: "V10",
    file: "v10.json",
    setup: "Multi-TB Oracle VM by vMotion, WAN and vMotion network of 1 Gbit/s",
    assumed: "4 TB, 64 GiB of memory, no changes.",
    published: "held back by the vMotion network: 450 GB/h at most",
    source: IBM_MONITORING,
    unit: "GB/h",
    low: 450,
    high: 450,
    chooses: null,
    measure: () => (relocateRate("v10.json") * HOUR) / 1e9,
  },
  {
    row: "V11",
    file: "v11.json",
    setup: "vMotion of a 45 GB disk that holds 2 GB, fast uplink",
    assumed: "10 Gbit/s, 4 GiB of memory.",
    published: "about 7 min",
    source: "techbeatly.com, HCX migration types",
    unit: "min",
    low: 7,
    high: 7,
    chooses: "relocatePreparationSeconds, relocateCleanupSeconds",
    measure: () => (runFile("v11.json").makespanSeconds ?? Number.NaN) / MINUTE,
  },
  {
    row: "V13",
    file: "v13.json",
    setup: "23 TB between two data centres without downtime",
    assumed: "RAV of 86 VMs of 267 GB (V14's mean), one service mesh, 10 Gbit/s.",
    published: "one day, about 1 TB/h",
    source: "OVHcloud, hot migration of data centres",
    unit: "TB/h",
    low: 1,
    high: 1,
    chooses: "ixBytesPerSecond (one value for V1 and V13)",
    measure: () => {
      const report = runFile("v13.json");
      const bytes = report.migrations.reduce((sum, { bytesTransferred: sent }) => sum + sent, 0);
      return bytes / 1e12 / ((report.makespanSeconds ?? Number.NaN) / HOUR);
    },
  },
  extension("one flow", "about 1 Gbit/s", [1, 1], "flowBytesPerSecond", ["alone"]),
  extension(
    "one appliance, eight flows",
    "4 to 6 Gbit/s",
    [4, 6],
    "applianceBytesPerSecond",
    Array.from({ length: 8 }, (_, i) => `flow ${i + 1}`),
  ),
  replication("V19", "T1 (1.544 Mbit/s)", 200),
  replication("V20", "10 Mbit/s", 30),
  replication("V21", "100 Mbit/s", 3),
  {
    row: "V26",
    file: "v26.json",
    setup: "Delta syncs of a VM that waits for its switchover",
    assumed: "100 GB, 0.5 MB/s of changes.",
    published: "every 2 h",
    source: "Broadcom KB 323663; HCX 4.7 user guide",
    unit: "h",
    low: 2,
    high: 2,
    chooses: "rpoSeconds",
    measure: () => {
      const { phases } = migrationOf(runFile("v26.json"));
      const [first, second] = phases.filter(({ phase }) => phase === "deltaSync");
      return ((second?.startSeconds ?? Number.NaN) - (first?.startSeconds ?? 0)) / HOUR;
    },
  },
  setupStep(
    "Service mesh with IX and one NE",
    "under 5 min; 5 to 6; about 15; close to 30",
    "HCX 4.7 guide; AVS landing zone transcript; HCX 9.1.1 report; NetApp TR-4940",
    [5, 30],
    "serviceMesh",
  ),
  setupStep(
    "HCX add-on in Azure VMware Solution",
    "about 25 to 30 min",
    "NetApp TR-4940",
    [25, 30],
    "addon",
  ),
  setupStep(
    "Connector until its first answer",
    "5 to 10 min",
    "VMware Cloud field guide",
    [5, 10],
    "connectorBoot",
  ),
  setupStep(
    "Connector activation",
    "15 polls of 10 s",
    "AVS landing zone transcript",
    [2.5, 2.5],
    "connectorActivation",
  ),
  setupStep(
    "Connector restart until its plug-in appears",
    "about 10 to 20 min",
    "NetApp TR-4940",
    [10, 20],
    "connectorRestart",
  ),
];

const TOLERANCE = 0.15;

export interface Verdict {
  ours: number;
  /** From the nearest published bound; 0 inside the range. */
  deviationRatio: number;
  passed: boolean;
}

export function judge({ measure, low, high }: PublishedRow): Verdict {
  const ours = measure();
  const bound = ours < low ? low : ours > high ? high : ours;
  const deviationRatio = ours / bound - 1;
  return { ours, deviationRatio, passed: Math.abs(deviationRatio) <= TOLERANCE };
}
