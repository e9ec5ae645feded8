/**
 * The failure catalogue: what can go wrong while HCX migrates, with the number of its public document list
 * in docs/adr/0004-migration-model.md. Its sentences are `failures.<code>.message` and `.remedy` in
 * messages/<locale>/failures.json. No source publishes how likely any of them is.
 */

/** What a person can do about it. */
export const REMEDY_ACTIONS = [
  "retry",
  "forcePowerOff",
  "forceCleanup",
  "reschedule",
  "cancel",
] as const;
export type RemedyAction = (typeof REMEDY_ACTIONS)[number];

export type FailureStage = "validation" | "transfer" | "waiting" | "switchover" | "any";

export interface FailureEntry {
  /** Row of the catalogue. */
  row: string;
  stage: FailureStage;
  severity: "error" | "warning";
  actions: readonly RemedyAction[];
  /** Public document, knowledge base article or "assumption". */
  source: string;
}

const RETRY = ["retry"] as const;

export const FAILURES = {
  snapshotDuringMigration: entry("F1", "transfer", RETRY, "HCX 4.10 user guide; KB 79220"),
  snapshotsPresent: entry("F2", "validation", RETRY, "HCX 4.9 user guide, snapshots"),
  guestRefusedShutdown: entry(
    "F3",
    "switchover",
    ["forcePowerOff", "retry"],
    "HCX 4.7 user guide, options",
  ),
  toolsNotRunning: entry("F4", "validation", ["forcePowerOff", "retry"], "KB 395399"),
  sharedBus: entry("F5", "validation", RETRY, "KB 442091"),
  rdmUnsupported: entry("F6", "validation", RETRY, "HCX migration types"),
  hardwareVersionTooOld: entry("F7", "validation", RETRY, "KB 418811"),
  isoMounted: entry("F8", "validation", RETRY, "HCX 4.7 user guide, options"),
  cpuIncompatible: entry("F9", "switchover", RETRY, "HCX vMotion and EVC, hcx.design 2020-06-09"),
  targetDatastoreFull: entry("F10", "transfer", RETRY, "HCX 4.8 system requirements"),
  diskChanged: entry("F11", "switchover", RETRY, "HCX 4.10 user guide, mobility groups"),
  migrationTrackerStopped: entry("F12", "waiting", [], "KB 321654", "warning"),
  sourceVcenterRebooted: entry("F13", "switchover", RETRY, "HCX and vSphere day-2 operations"),
  tunnelDown: entry("F14", "any", RETRY, "HCX events and alarms"),
  rpoViolation: entry("F15", "waiting", ["reschedule"], "HCX alert catalogue", "warning"),
  neverConverges: entry(
    "F16",
    "waiting",
    ["reschedule", "cancel"],
    "vSphere Replication bandwidth, 2011-10",
    "warning",
  ),
  cleanupNeeded: entry(
    "F17",
    "any",
    ["forceCleanup"],
    "HCX 4.9 user guide, failed migrations",
    "warning",
  ),
  seedChecksum: entry("F18", "transfer", [], "KB 440767", "warning"),
  jumboFramesThroughWanOpt: entry("F19", "switchover", RETRY, "HCX WAN-OPT, public write-up"),
  certificateMismatch: entry("F23", "transfer", RETRY, "HCX 9.1.1 public report"),
  osamFixUpFailed: entry("F30", "switchover", RETRY, "OSAM considerations, HCX 4.7"),
  osamAntivirus: entry("F30", "switchover", [], "OSAM considerations, HCX 4.7", "warning"),
  ixContention: entry("F33", "transfer", [], "Azure VMware Solution HCX performance", "warning"),
  activationLost: entry("F34", "any", [], "HCX configuration and ports", "warning"),
  networkMappingMissing: entry("F36", "validation", RETRY, "HCX PowerShell module, 2018"),
  switchoverWindowMissed: entry(
    "F37",
    "waiting",
    ["reschedule", "cancel"],
    "assumption",
    "warning",
  ),
  guestUnsupported: entry("guest", "validation", [], "Landfall: Windows and Linux guests only"),
  diskTooLarge: entry("limit", "validation", [], "VMware HCX configuration limits"),
  faultToleranceOn: entry("type", "validation", RETRY, "HCX vMotion, public write-up"),
  directPathIo: entry("type", "validation", RETRY, "HCX migration types"),
  nvmeController: entry("type", "validation", RETRY, "HCX migration types"),
  independentDisk: entry("type", "validation", RETRY, "HCX migration rules"),
  serviceNotInMesh: entry("F29", "validation", [], "Azure VMware Solution known issues"),
  typeUnsupportedByVersion: entry("type", "validation", [], "HCX 4.10 release"),
  wanOptimizationUnsupported: entry(
    "type",
    "any",
    [],
    "Azure VMware Solution HCX upgrade",
    "warning",
  ),
  underlayBelowMinimum: entry("underlay", "any", [], "HCX underlay minimums, VCF 9", "warning"),
  interrupted: entry("other", "transfer", RETRY, "assumption"),
  cancelledByUser: entry("cancel", "any", RETRY, "HCX user guide", "warning"),
} as const satisfies Record<string, FailureEntry>;

/**
 * Rows of the list that no migration meets while it runs, and why. Those of set-up belong to the rehearsal of
 * set-up; the others are defects of one release, or have no document.
 */
export const ROWS_WITHOUT_RUNNING = {
  F20: "A service mesh is deployed before anything migrates: set-up checks what its appliances can reach.",
  F21: "A service mesh is deployed before anything migrates: set-up checks the switches of its profiles.",
  F22: "To migrations, an IX appliance that is lost is a tunnel that is down (F14), until the mesh is made anew.",
  F24: "Sites are paired before anything migrates: a manager without NSX is refused there.",
  F25: "To migrations, a vCenter Server that crashes is one that restarts (F13).",
  F26: "Network Extension forwards guests' traffic; migrations take the IX appliance.",
  F27: "A defect of HCX 4.10.2's sign-in, not of migrations.",
  F28: "A defect of diagnostics before HCX 4.9.2, not of migrations.",
  F31: "A loop of two extension products concerns guests' traffic, not migrations.",
  F32: "Networks that cannot be extended are refused when the extension is made.",
  F35: "Sessions and permissions of the user interface, not of migrations.",
  F38: "Not found in HCX's documents, so nothing is made up for it.",
} as const;

/** Code of a failure or warning that a timeline can carry. */
export type MessageCode = keyof typeof FAILURES;
export const MESSAGE_CODES = Object.keys(FAILURES) as MessageCode[];

function entry(
  row: string,
  stage: FailureStage,
  actions: readonly RemedyAction[],
  source: string,
  severity: "error" | "warning" = "error",
): FailureEntry {
  return { row, stage, severity, actions, source };
}
