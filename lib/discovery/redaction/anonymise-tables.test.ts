import { describe, expect, it } from "vitest";
import { buildModel } from "@/lib/dependency/dependency-model";
import { dependencyCsvLines } from "@/prisma/seed/dependencies";
import { generateEstate } from "@/prisma/seed/estate";
import { performanceCsvLines } from "@/prisma/seed/performance";
import { rvtoolsWorkbookBuffer } from "@/prisma/seed/rvtools-workbook";
import { sourceOfBytes } from "../byte-source";
import { readExport } from "../read-export";

const estate = generateEstate({ seed: 3, vmCount: 120, exportedAtIso: "2025-06-16T08:00:00Z" });

async function read(anonymiseKey: string | null) {
  const csv = (lines: Iterable<string>) => Buffer.from([...lines].join(""));
  return readExport(
    [
      sourceOfBytes("estate.xlsx", await rvtoolsWorkbookBuffer(estate)),
      sourceOfBytes("dependencies.csv", csv(dependencyCsvLines(estate, 1))),
      sourceOfBytes(
        "performance.csv",
        csv(performanceCsvLines(estate, { days: 1, intervalMinutes: 360 })),
      ),
    ],
    { nowIso: "2025-06-16T09:00:00Z", anonymiseKey },
  );
}

type Reading = Awaited<ReturnType<typeof read>>;

/** How many endpoints and measured VMs meet the inventory. */
function joined({ inventory, dependencies, performance }: Reading) {
  const vms = (inventory?.vms ?? []).map((vm) => ({
    key: vm.key,
    name: vm.name,
    dnsName: vm.dnsName,
    ipAddresses: vm.nics.flatMap((nic) => nic.ipAddresses),
    inScope: true,
    readiness: null,
    os: null,
    cluster: null,
  }));
  const names = new Set(vms.map(({ name }) => name.toLowerCase()));
  return {
    endpoints: buildModel(dependencies?.dependencies ?? [], vms).map.join.joined,
    measured: performance?.vms.filter(({ vmName }) => names.has(vmName.toLowerCase())).length,
  };
}

describe("dependencies and samples of an anonymised import", () => {
  it("name nobody, and still join the inventory as they did", async () => {
    const [plain, made] = [await read(null), await read("a key")];
    expect(joined(plain).endpoints.name).toBeGreaterThan(20);
    expect(joined(made)).toEqual(joined(plain));
    const text = JSON.stringify([made.dependencies?.dependencies, made.performance?.vms]);
    for (const { name } of estate.vms) expect(text).not.toContain(`"${name}"`);
  }, 60_000);
});
