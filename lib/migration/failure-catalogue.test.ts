import { describe, expect, it } from "vitest";
import {
  FAILURES,
  MESSAGE_CODES,
  type MessageCode,
  type RemedyAction,
  ROWS_WITHOUT_RUNNING,
} from "@/lib/hcx/failure-catalogue";
import type { MigrationType } from "@/lib/hcx/migration-types";
import type { Fault } from "./fault-schema";
import type { ScenarioInput } from "./schema";
import {
  codesOf,
  GB,
  NOTHING_BUT_BYTES,
  outcomeOf,
  run,
  scenarioOf,
  vmOf,
} from "./testing/small-scenario";

type VmInput = ScenarioInput["vms"][number];
type MigrationInput = ScenarioInput["groups"][number]["migrations"][number];
type Commands = NonNullable<ScenarioInput["commands"]>;

/** What makes a row of the catalogue happen to a VM of 10 GB over 100 MB/s: 100 s of transfer. */
interface Cause {
  type?: MigrationType;
  vm?: Partial<VmInput>;
  options?: MigrationInput["options"];
  scenario?: Partial<ScenarioInput>;
  group?: Partial<ScenarioInput["groups"][number]>;
  commands?: Commands;
}

const group = { groupId: "group" };
const at50 = (fault: Fault): Commands => [{ kind: "injectFault", atSeconds: 50, fault }];
const lasting = { durationSeconds: 1200 };
const onVm = { vmIds: ["vm"] };
/** Twice as much changes as the link carries. */
const outrun: Cause = {
  vm: { changeRateBytesPerSecond: 2e8, disks: [{ sizeBytes: 10_000 * GB, usedBytes: 9_000 * GB }] },
  group: { switchoverWindow: { start: 3e6, end: null } },
};

const CAUSES: Record<MessageCode, Cause> = {
  snapshotDuringMigration: { commands: at50({ fault: "snapshotTaken", ...onVm }) },
  snapshotsPresent: { type: "vMotion", vm: { snapshots: 2 }, options: { removeSnapshots: false } },
  guestRefusedShutdown: { vm: { refusesShutdown: true } },
  toolsNotRunning: { vm: { toolsRunning: false } },
  sharedBus: { vm: { sharedBus: true } },
  rdmUnsupported: { vm: { rdm: "physical" } },
  hardwareVersionTooOld: { vm: { hardwareVersion: 6 } },
  isoMounted: { vm: { isoMounted: true }, options: { removeISOs: false } },
  cpuIncompatible: { type: "vMotion", vm: { cpuCompatible: false } },
  targetDatastoreFull: {
    vm: { targetDatastoreId: "store" },
    scenario: { targetDatastores: [{ id: "store", freeBytes: 15 * GB }] },
    commands: at50({ fault: "targetDatastoreFilled", datastoreId: "store", bytes: 10 * GB }),
  },
  diskChanged: { type: "vMotion", commands: at50({ fault: "diskAdded", ...onVm }) },
  migrationTrackerStopped: {
    commands: at50({ fault: "migrationTrackerStopped", meshId: "mesh", ...lasting }),
  },
  sourceVcenterRebooted: {
    type: "vMotion",
    commands: at50({ fault: "sourceVcenterReboot", ...lasting }),
  },
  tunnelDown: {
    type: "vMotion",
    commands: at50({ fault: "tunnelDown", meshId: "mesh", ...lasting }),
  },
  rpoViolation: outrun,
  neverConverges: outrun,
  cleanupNeeded: {
    scenario: { faultRates: { cleanupFailureRatio: 1 } },
    commands: [{ kind: "cancel", atSeconds: 50, ...group }],
  },
  seedChecksum: {
    options: { enableSeedCheckpoint: true },
    commands: [
      { kind: "cancel", atSeconds: 50, ...group },
      { kind: "retry", atSeconds: 60, ...group },
    ],
  },
  jumboFramesThroughWanOpt: {
    type: "vMotion",
    scenario: {
      hcxVersion: "4.10",
      meshes: [{ id: "mesh", wanOptimization: {}, vmotionMtuBytes: 9000 }],
    },
  },
  certificateMismatch: {
    vm: { disks: [{ sizeBytes: 200 * GB }] },
    commands: at50({ fault: "replicationCertificateMismatch", meshId: "mesh", ...lasting }),
  },
  osamFixUpFailed: { type: "OsAssistedMigration", vm: { unsupportedFilesystem: true } },
  osamAntivirus: { type: "OsAssistedMigration", vm: { antivirus: true } },
  ixContention: { scenario: { meshes: [{ id: "mesh", ixCpuReserved: false }] } },
  activationLost: { commands: at50({ fault: "activationLost", ...lasting }) },
  networkMappingMissing: { vm: { networkMapped: false } },
  switchoverWindowMissed: { group: { switchoverWindow: { start: 1, end: 50 } } },
  guestUnsupported: { vm: { guestFamily: "other" } },
  diskTooLarge: { vm: { disks: [{ sizeBytes: 63e12 }] } },
  faultToleranceOn: { type: "vMotion", vm: { faultTolerance: true } },
  directPathIo: { vm: { directPathIo: true } },
  nvmeController: { vm: { nvmeController: true } },
  independentDisk: { vm: { disks: [{ sizeBytes: GB, independent: true }] } },
  serviceNotInMesh: { type: "RAV", scenario: { meshes: [{ id: "mesh", services: ["VMOTION"] }] } },
  typeUnsupportedByVersion: { type: "AssistedvMotion", scenario: { hcxVersion: "4.9" } },
  wanOptimizationUnsupported: {
    scenario: { hcxVersion: "9.0", meshes: [{ id: "mesh", wanOptimization: {} }] },
  },
  underlayBelowMinimum: { scenario: { links: [{ id: "link", capacityBytesPerSecond: 1e6 }] } },
  interrupted: {
    vm: { disks: [{ sizeBytes: 10_000 * GB }] },
    scenario: { faultRates: { migrationFailurePerVmHour: 10 } },
  },
  cancelledByUser: { commands: [{ kind: "cancel", atSeconds: 50, ...group }] },
};

function happen(code: MessageCode, more: Commands = []) {
  const {
    type = "Bulk",
    vm = {},
    options = {},
    scenario = {},
    group: on = {},
    commands = [],
  } = CAUSES[code];
  return run(
    scenarioOf(
      [vmOf("vm", vm)],
      { type, options },
      {
        parameters: { ...NOTHING_BUT_BYTES },
        horizonSeconds: 4e6,
        ...scenario,
        group: on,
        commands: [...commands, ...more],
      },
    ),
  );
}

/** Second at which a code is first said. */
function secondOf(code: MessageCode): number {
  const event = happen(code).events.find((one) => one.code === code);
  if (event === undefined) throw new Error(`${code} did not happen`);
  return event.seconds;
}

describe("the failure catalogue", () => {
  it.each(MESSAGE_CODES)("%s happens in a run, with the severity it states", (code) => {
    const timeline = happen(code);
    const said = timeline.events.filter((event) => event.code === code);
    expect(said.length).toBeGreaterThan(0);
    const failed = said.some(({ kind }) => kind === "failed");
    expect(failed).toBe(FAILURES[code].severity === "error");
    if (failed) expect(outcomeOf(timeline, "vm").phase).toBe("failed");
  });

  it("has every row of the list, or says why no migration meets it", () => {
    const met = new Set<string>(Object.values(FAILURES).map(({ row }) => row));
    for (let row = 1; row <= 38; row++) {
      const isExplained = `F${row}` in ROWS_WITHOUT_RUNNING;
      expect(met.has(`F${row}`) !== isExplained, `F${row}`).toBe(true);
    }
  });
});

const COMMAND_OF: Record<RemedyAction, Commands[number]["kind"]> = {
  retry: "retry",
  forcePowerOff: "forcePowerOff",
  forceCleanup: "forceCleanup",
  reschedule: "reschedule",
  cancel: "cancel",
};

function commandFor(action: RemedyAction, atSeconds: number): Commands[number] {
  const kind = COMMAND_OF[action];
  if (kind === "reschedule") return { kind, atSeconds, ...group, switchoverWindow: null };
  return { kind, atSeconds, ...group } as Commands[number];
}

const OPENED = MESSAGE_CODES.flatMap((code) =>
  FAILURES[code].actions.map((action) => [code, action] as const),
);

describe("what a failure opens", () => {
  it.each(OPENED)("%s lets people %s", (code, action) => {
    const timeline = happen(code, [commandFor(action, secondOf(code) + 1)]);
    const answers = timeline.events.filter(({ subject }) => subject === COMMAND_OF[action]);
    expect(answers.at(-1)?.kind).toBe("command");
  });

  const REPAIRABLE = MESSAGE_CODES.filter((code) => {
    const { severity, stage } = FAILURES[code];
    const isOfVm = CAUSES[code].vm !== undefined && CAUSES[code].commands === undefined;
    return severity === "error" && isOfVm && stage !== "transfer";
  }).filter((code) => code !== "guestUnsupported" && code !== "diskTooLarge");

  it.each(REPAIRABLE)("%s is over when its remedy has been done before a retry", (code) => {
    const atSeconds = secondOf(code) + 1;
    const timeline = happen(code, [{ kind: "retry", atSeconds, ...group, remedied: true }]);
    expect(outcomeOf(timeline, "vm").phase).toBe("completed");
    const without = happen(code, [{ kind: "retry", atSeconds, ...group }]);
    expect(codesOf(without, "vm").filter((one) => one === code).length).toBeGreaterThan(1);
  });

  it("an image and snapshots are also over with the option that removes them", () => {
    const seconds = { atSeconds: 10, ...group };
    const image = happen("isoMounted", [{ kind: "retry", ...seconds, removeISOs: true }]);
    expect(outcomeOf(image, "vm").phase).toBe("completed");
    const snapshots = happen("snapshotsPresent", [
      { kind: "retry", ...seconds, removeSnapshots: true },
    ]);
    expect(outcomeOf(snapshots, "vm").phase).toBe("completed");
  });
});
