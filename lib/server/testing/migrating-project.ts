import { blankVm } from "@/lib/discovery/blank-vm";
import type { Inventory, InventoryVm } from "@/lib/inventory/schema";
import { CONNECTOR, PRIVATE_CLOUD, SERVICE_MESH } from "@/lib/world/testing/ready-setup";
import { database } from "../database";
import { storeVms } from "../store-vms";
import { emptyProject } from "./empty-project";

/** A project whose set-up is done and whose VMs can be put into groups: for tests of what comes after. */

const DAY_SECONDS = 86_400;
/** When the private cloud and the service mesh have stood for days. */
export const SET_UP_SECONDS = 5 * DAY_SECONDS;

const SET_UP = [PRIVATE_CLOUD, CONNECTOR, SERVICE_MESH];

const EMPTY_ESTATE: Omit<Inventory, "vms"> = {
  hosts: [],
  clusters: [],
  datastores: [],
  portGroups: [],
  vcenters: [],
  health: [],
  coverage: {},
};

/** A running Linux VM of 40 GiB, half of it in use, that HCX can migrate in every way. */
export function migratableVm(key: string, more: Partial<InventoryVm> = {}): InventoryVm {
  return {
    ...blankVm(key),
    key,
    powerState: "poweredOn",
    cpus: 2,
    memoryMib: 4096,
    provisionedMib: 40_960,
    inUseMib: 20_480,
    osConfigured: "Ubuntu Linux (64-bit)",
    hardwareVersion: 19,
    toolsStatus: "toolsOk",
    ...more,
  };
}

/** @returns the id of a project whose clock stands still at `SET_UP_SECONDS` */
export async function migratingProject(vms: readonly InventoryVm[]): Promise<string> {
  const projectId = await emptyProject();
  const importId = crypto.randomUUID();
  await database().import.create({
    data: {
      id: importId,
      projectId,
      status: "succeeded",
      fileName: "export.xlsx",
      sizeBytes: 1n,
      createdByName: "Ann",
      estateJson: JSON.stringify(EMPTY_ESTATE),
    },
  });
  await storeVms(importId, vms, () => {});
  for (const [index, { kind, payload }] of SET_UP.entries()) {
    await database().worldCommand.create({
      data: {
        projectId,
        sequence: index + 1,
        commandId: crypto.randomUUID(),
        atSeconds: index * DAY_SECONDS,
        kind,
        payloadJson: JSON.stringify(payload),
        actorId: "ann",
        actorName: "Ann",
      },
    });
  }
  await database().project.update({
    where: { id: projectId },
    data: {
      currentImportId: importId,
      worldRevision: SET_UP.length,
      clockSimSeconds: SET_UP_SECONDS,
      clockPaused: true,
    },
  });
  return projectId;
}
