import type { PrismaClient } from "@/generated/prisma/client";
import type { InventoryVm } from "@/lib/inventory/schema";
import { withBusyRetry } from "./database";

/** One statement for so many rows: 50,000 VMs then take seconds where `createMany` takes a minute. */
const ROWS_PER_STATEMENT = 1_000;

/** Stores VMs under an import, in batches short enough that other writers get their turn. */
export async function storeVms(
  client: PrismaClient,
  importId: string,
  vms: readonly InventoryVm[],
  tell: (rowsDone: number) => void,
): Promise<void> {
  for (let start = 0; start < vms.length; start += ROWS_PER_STATEMENT) {
    const batch = vms.slice(start, start + ROWS_PER_STATEMENT).map(toRow);
    const rows = JSON.stringify(batch);
    await withBusyRetry(
      () => client.$executeRaw`
        INSERT INTO inventory_vm (
          "importId", "key", "name", "powerState", "setAside", "cpus", "memoryMib", "provisionedMib",
          "inUseMib", "diskCount", "nicCount", "os", "datacenter", "cluster", "host", "primaryIp",
          "searchText", "detailJson"
        )
        SELECT ${importId}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5,
          value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12,
          value ->> 13, value ->> 14, value ->> 15, value ->> 16
        FROM json_each(${rows})`,
    );
    tell(Math.min(vms.length, start + batch.length));
  }
}

/** In the order of the statement's columns. */
function toRow(vm: InventoryVm): (string | number | null)[] {
  const os = vm.osRunning ?? vm.osConfigured;
  const searchText = [vm.name, vm.dnsName, vm.primaryIpAddress, os, vm.cluster, vm.host]
    .filter((part) => part !== null)
    .join("\n")
    .toLowerCase();
  return [
    vm.key,
    vm.name,
    vm.powerState,
    vm.setAside,
    vm.cpus,
    vm.memoryMib,
    vm.provisionedMib,
    vm.inUseMib,
    vm.disks.length,
    vm.nics.length,
    os,
    vm.datacenter,
    vm.cluster,
    vm.host,
    vm.primaryIpAddress,
    searchText,
    JSON.stringify(vm),
  ];
}
