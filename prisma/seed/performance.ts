import { namedStream, type RandomStream } from "@/lib/engine/random";
import type { LoadShape } from "./application-model";
import { APPLICATIONS } from "./applications";
import { DEVELOPMENT } from "./applications-platform";
import type { Estate, EstateVm } from "./estate-types";

export const PERFORMANCE_HEADER = ["Time", "VM", "Metric", "Value"] as const;

/** vCenter's counter names; percentages of the VM's own size, KiB a second, and commands a second. */
export const PERFORMANCE_METRICS = [
  "cpu.usage.average",
  "mem.usage.average",
  "disk.usage.average",
  "disk.commandsAveraged.average",
  "net.usage.average",
] as const;

export interface PerformanceOptions {
  /** Days before the moment of the export. */
  days?: number;
  /** vCenter keeps samples of 5 minutes for a day and of 30 minutes for a week. */
  intervalMinutes?: number;
}

const MINUTE_MS = 60_000;
const MINUTES_PER_DAY = 1440;

const LOADS = new Map<string, LoadShape>(
  [...APPLICATIONS, DEVELOPMENT].flatMap((application) =>
    application.tiers.map((tier): [string, LoadShape] => [
      `${application.code}.${tier.code}`,
      tier.load,
    ]),
  ),
);

function loadShapeOf(vm: EstateVm): LoadShape {
  return LOADS.get(`${vm.application.replace(/\d+$/, "")}.${vm.tier}`) ?? "flat";
}

/** How busy a shape is at a moment, 0 to 1. */
function busyRatio(shape: LoadShape, epochMs: number): number {
  const date = new Date(epochMs);
  const hour = date.getUTCHours() + date.getUTCMinutes() / 60;
  const weekend = date.getUTCDay() === 0 || date.getUTCDay() === 6;
  switch (shape) {
    case "flat":
      return 0.5;
    case "spiky":
      return 0.3;
    case "batch":
      return hour < 5 || hour >= 22 ? 0.9 : 0.1;
    case "office": {
      if (weekend) return 0.08;
      if (hour < 7 || hour >= 20) return 0.12;
      // A hill from 07:00 to 20:00 with its top at half past one.
      return 0.2 + 0.7 * Math.sin((Math.PI * (hour - 7)) / 13);
    }
  }
}

/** The lines of a performance export of all running VMs, header first, in the order of time. */
export function* performanceCsvLines(
  estate: Estate,
  options: PerformanceOptions = {},
): Iterable<string> {
  const { days = 7, intervalMinutes = 30 } = options;
  yield `${PERFORMANCE_HEADER.join(",")}\r\n`;
  const machines = estate.vms.filter((vm) => vm.powerState === "poweredOn").map(newMachine(estate));
  const stepMs = intervalMinutes * MINUTE_MS;
  const endMs = Math.floor(estate.exportedAtMs / stepMs) * stepMs;
  const steps = Math.floor((days * MINUTES_PER_DAY) / intervalMinutes);
  for (let step = steps; step >= 1; step -= 1) {
    const timeMs = endMs - step * stepMs;
    const time = new Date(timeMs).toISOString().slice(0, 19).replace("T", " ");
    for (const machine of machines) yield* samples(machine, timeMs, time);
  }
}

type Machine = ReturnType<ReturnType<typeof newMachine>>;

/** Servers that nobody needs any more are found where nobody looks: outside production. */
const FORGOTTEN_ENVIRONMENTS: ReadonlySet<string> = new Set(["development", "test", "acceptance"]);

/** What the machine has become: most are used, some wait for work, and some do not even do that. */
function habitOf(vm: EstateVm, stream: RandomStream): "used" | "idle" | "dead" {
  if (!FORGOTTEN_ENVIRONMENTS.has(vm.environment)) return "used";
  const draw = stream.uniform();
  return draw < 0.04 ? "dead" : draw < 0.14 ? "idle" : "used";
}

function newMachine(estate: Estate) {
  return (vm: EstateVm) => {
    const stream = namedStream(estate.seed, "performance", vm.moRef);
    const habit = habitOf(vm, namedStream(estate.seed, "habit", vm.moRef));
    const machine = {
      name: /[",]/.test(vm.name) ? `"${vm.name.replaceAll('"', '""')}"` : vm.name,
      shape: loadShapeOf(vm),
      stream,
      basePercent: stream.between(1, 6),
      peakPercent: stream.between(15, 85),
      memoryPercent: stream.between(20, 74),
      memorySwingPercent: 10,
      diskKibPerSecond: stream.lognormal(400, 1),
      /** Of one command, as far as a mean says anything. */
      commandKib: stream.between(8, 48),
      networkKibPerSecond: stream.lognormal(200, 1),
    };
    if (habit === "used") return machine;
    const share = habit === "idle" ? 0.05 : 0.001;
    return {
      ...machine,
      shape: "flat" as const,
      basePercent: machine.basePercent * share,
      peakPercent: machine.peakPercent * share,
      memoryPercent: machine.memoryPercent * share,
      memorySwingPercent: 10 * share,
      diskKibPerSecond: machine.diskKibPerSecond * share,
      networkKibPerSecond: machine.networkKibPerSecond * share,
    };
  };
}

function* samples(machine: Machine, timeMs: number, time: string): Iterable<string> {
  const { stream } = machine;
  const spike = machine.shape === "spiky" && stream.chance(0.08) ? 0.6 : 0;
  const busy = busyRatio(machine.shape, timeMs) + spike;
  const noise = stream.lognormal(1, 0.2);
  const cpuPercent = (machine.basePercent + busy * machine.peakPercent) * noise;
  const memoryPercent =
    machine.memoryPercent + machine.memorySwingPercent * busy * stream.uniform();
  const diskKibPerSecond = machine.diskKibPerSecond * (0.2 + busy) * noise;
  const values = [
    Math.min(100, cpuPercent),
    Math.min(100, memoryPercent),
    diskKibPerSecond,
    diskKibPerSecond / machine.commandKib,
    machine.networkKibPerSecond * (0.2 + busy) * noise,
  ];
  for (const [index, metric] of PERFORMANCE_METRICS.entries()) {
    yield `${time},${machine.name},${metric},${(values[index] ?? 0).toFixed(2)}\r\n`;
  }
}
