import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assessmentSettings } from "@/lib/assessment/schema";
import { PRICES_2026 } from "@/lib/cost/prices-2026";
import { type Activity, activityOf } from "./activity";
import { leaveBehind } from "./leave-behind";
import type { PerformanceVm } from "./performance-vm";
import { DEFAULT_RULES } from "./rules-schema";
import { vmOf } from "./testing/vm-of";

const KOREA = assessmentSettings({ azureLocation: "koreacentral" });
const verdict = (vm: PerformanceVm) => activityOf(vm, DEFAULT_RULES);
const zombie = { cpu: 0, memory: 0, networkKibPerSecond: 0 };
const busy = { cpu: 100, memory: 50, memoryPeak: 50, networkKibPerSecond: 10_000 };

/** `count` copies of a VM. */
const times = (count: number, vm: PerformanceVm) =>
  Array.from({ length: count }, (_, index) => ({ ...vm, key: `${vm.key}${index}` }));

describe("leaving VMs behind", () => {
  it("saves the hosts that their storage takes, and their price", () => {
    // An AV48 has 25.6 TB, 23.28 TiB raw. 100 zombies of 1 TiB, with FTT 2 by RAID-6: 100 x 1.5 / 1.5 / 0.75 =
    // 133.33 TiB, 5.73 hosts; 8 VMs of 1 TiB are 10.67 TiB; management is 722 GiB, 0.94 TiB, 0.04 hosts.
    // All: (108 + 0.705) / 0.75 / 23.283 = 6.23, hence 7 hosts. Without zombies 0.50, hence the least of 3
    // (by RAID-1 (2 / 1.5): (8 + 0.705) x 2 / 1.5 / 0.75 / 23.283 = 0.66).
    const large = { inUseMib: 1_048_576 };
    const vms = [...times(100, vmOf(zombie, large)), ...times(8, vmOf(busy, large))];
    const saving = leaveBehind(vms, verdict, KOREA, PRICES_2026, null);
    expect(saving?.nodeType).toBe("AV48");
    const [all, zombies, idle] = saving?.choices ?? [];
    expect(all).toMatchObject({ leftVms: 0, hosts: 7, limitingFactor: "Storage" });
    expect(all?.exactHosts).toBeCloseTo(6.225, 2);
    expect(zombies).toMatchObject({ left: ["zombie"], leftVms: 100, hosts: 3 });
    expect(zombies?.exactHosts).toBeCloseTo(0.665, 2);
    // 8 VMs of 8 vCPUs at 100 %, 16 GiB at half.
    expect(zombies?.demand).toEqual({ vmCount: 8, vcpus: 64, memoryGib: 64, storageGib: 8_192 });
    expect(idle).toMatchObject({ leftVms: 100, hosts: 3 });
    // 10.93 USD an hour for 730 hours, times the hosts.
    expect(all?.monthly).toBeCloseTo(7 * 7_978.9, 0);
    expect(zombies?.monthly).toBeCloseTo(3 * 7_978.9, 0);
  });

  it("saves no money where no whole host goes, and says how far it is away", () => {
    // With FTT 1 by RAID-1: (6 + 0.705) x 2 / 1.5 / 0.75 / 23.283 = 0.51 hosts for storage. Without the zombies
    // CPU is the scarcest: (3 x 8 + 44 for management) / (48 x 4) = 0.35.
    const large = { inUseMib: 1_048_576 };
    const vms = [...times(3, vmOf(zombie, large)), ...times(3, vmOf(busy, large))];
    const [all, zombies] = leaveBehind(vms, verdict, KOREA, PRICES_2026, "AV48")?.choices ?? [];
    expect(all?.exactHosts).toBeCloseTo(0.512, 3);
    expect(zombies?.exactHosts).toBeCloseTo(0.354, 3);
    expect([all?.hosts, zombies?.hosts]).toEqual([3, 3]);
    expect(zombies?.monthly).toBe(all?.monthly);
  });

  it("costs nothing where nothing is left to move", () => {
    const [all, zombies] =
      leaveBehind(times(2, vmOf(zombie)), verdict, KOREA, PRICES_2026, "AV48")?.choices ?? [];
    expect(all?.hosts).toBe(3);
    expect(zombies).toMatchObject({ hosts: 0, exactHosts: 0, monthly: 0, limitingFactor: null });
  });

  it("is not told without a host type that the region has", () => {
    expect(leaveBehind([], verdict, KOREA, PRICES_2026, null)).toBeNull();
    expect(leaveBehind(times(1, vmOf(busy)), verdict, KOREA, PRICES_2026, "AV64")).toBeNull();
  });

  it("never costs more with a VM more in the list of those that stay", () => {
    const sizes = fc.record({
      cpus: fc.integer({ min: 1, max: 64 }),
      memoryMib: fc.integer({ min: 512, max: 524_288 }),
      inUseMib: fc.integer({ min: 0, max: 20_000_000 }),
    });
    const places = fc.constantFrom(
      KOREA,
      assessmentSettings({ azureLocation: "eastus" }),
      assessmentSettings({ azureLocation: "westeurope", nodeTypes: ["AV64"] }),
    );
    fc.assert(
      fc.property(
        fc.array(sizes, { minLength: 1, maxLength: 60 }),
        fc.nat(),
        fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }),
        places,
        (vmSizes, pick, idle, settings) => {
          const vms = vmSizes.map((size, index) => vmOf(busy, { ...size, key: String(index) }));
          const more = vms[pick % vms.length];
          const staying = new Set(vms.filter((_, index) => idle[index]));
          const costOf = (stay: ReadonlySet<PerformanceVm>) => {
            const of = (vm: PerformanceVm): Activity => (stay.has(vm) ? "idle" : "rightSized");
            const saving = leaveBehind(vms, of, settings, PRICES_2026, null);
            return saving?.choices.at(-1) ?? { hosts: 0, monthly: null };
          };
          const before = costOf(staying);
          const after = costOf(new Set([...staying, ...(more ? [more] : [])]));
          expect(after.hosts).toBeLessThanOrEqual(before.hosts);
          if (before.monthly !== null) {
            expect(after.monthly).toBeLessThanOrEqual(before.monthly + 1e-6);
          }
        },
      ),
      { numRuns: 200, seed: 20_261_127 },
    );
  });
});
