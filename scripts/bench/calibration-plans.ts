import { namedStream, type RandomStream } from "@/lib/engine/random";
import { parseScenario } from "@/lib/migration/check-scenario";
import type { Scenario, ScenarioInput } from "@/lib/migration/schema";

/** Plans whose forecasts are scored: 15 to 60 VMs of mixed types over one link, with failures. */

const GIB = 2 ** 30;
const DAY_SECONDS = 86_400;

/**
 * What the forecast is told. The truth follows other laws: calibration-truth.ts. Medians are not 1 because the
 * tuning plans ended later than at 1; the test plans had no part in that.
 */
const STATED: NonNullable<ScenarioInput["uncertainties"]> = {
  bandwidth: { median: 0.95, sigma: 0.12, driftSigma: 0.17, driftHours: 4 },
  churn: { median: 1.15, sigma: 0.3, vmSigma: 0.5 },
  guestShutdown: { median: 1, sigma: 0.3, vmSigma: 0.5 },
  faultRate: { median: 1, sigma: 0.5 },
  stepDuration: { median: 1.05, sigma: 0.2, vmSigma: 0.3 },
};

/** Plan `index` of a set; sets of different names share nothing. */
export function calibrationPlan(set: string, index: number): Scenario {
  const stream = namedStream(index, "calibration plan", set);
  const vmCount = stream.int(15, 60);
  const hosts = Math.max(1, Math.round(vmCount / 8));
  const groups = stream.int(1, 4);
  const input: ScenarioInput = {
    seed: index + 1,
    horizonSeconds: 60 * DAY_SECONDS,
    limits: { bulkPerMesh: stream.int(8, 60) },
    links: [
      {
        id: "link",
        capacityBytesPerSecond: stream.lognormal(6e7, 0.4),
        latencySeconds: stream.between(0.001, 0.015),
      },
    ],
    sourceHosts: Array.from({ length: hosts }, (_, i) => ({ id: `host ${i}` })),
    targetDatastores: [{ id: "store" }],
    vms: Array.from({ length: vmCount }, (_, i) => vmOf(stream, i, hosts)),
    groups: Array.from({ length: groups }, (_, group) => ({
      id: `group ${group}`,
      goAt: group * stream.between(0, 7200),
      migrations: Array.from({ length: vmCount }, (_, i) => i)
        .filter((i) => i % groups === group)
        .map((i) => ({ vmId: `vm ${i}`, type: typeOf(stream) })),
    })),
    faultRates: {
      tunnelDownPerHour: 0.03,
      tunnelDownSeconds: 900,
      guestRefusesShutdownRatio: 0.01,
      migrationFailurePerVmHour: 0.001,
    },
    uncertainties: STATED,
  };
  const parsed = parseScenario(input);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.scenario;
}

function vmOf(stream: RandomStream, index: number, hosts: number): ScenarioInput["vms"][number] {
  const sizeBytes = Math.round(Math.min(2000 * GIB, stream.lognormal(90 * GIB, 0.8)));
  const usedBytes = Math.round(sizeBytes * stream.between(0.3, 0.9));
  return {
    id: `vm ${index}`,
    disks: [{ sizeBytes, usedBytes }],
    memoryBytes: stream.int(2, 32) * GIB,
    guestFamily: stream.chance(0.6) ? "windows" : "linux",
    sourceHostId: `host ${index % hosts}`,
    targetDatastoreId: "store",
    changeRateBytesPerSecond: (usedBytes * stream.lognormal(0.05, 0.8)) / DAY_SECONDS,
    memoryDirtyBytesPerSecond: stream.lognormal(4e6, 0.8),
  };
}

function typeOf(stream: RandomStream): "Bulk" | "RAV" | "vMotion" {
  const draw = stream.uniform();
  return draw < 0.8 ? "Bulk" : draw < 0.95 ? "RAV" : "vMotion";
}
