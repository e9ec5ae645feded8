import type { Estate } from "../../prisma/seed/estate-types";

/** What a month does to an estate, in VMs of a thousand. */
const GONE = 10;
const RENAMED = 10;
const RESIZED = 50;
const MOVED = 100;

/** The same estate a month later: VMs are gone, renamed, resized and on other hosts. Changes it in place. */
export function changeEstate(estate: Estate): Estate {
  estate.vms = estate.vms.filter((_, place) => place % 1_000 >= GONE);
  for (const [place, vm] of estate.vms.entries()) {
    const share = place % 1_000;
    if (share < RENAMED) vm.name = `${vm.name}-old`;
    else if (share < RENAMED + RESIZED) vm.memoryMib *= 2;
    else if (share < RENAMED + RESIZED + MOVED) {
      const others = estate.hosts.filter(({ cluster }) => cluster === vm.cluster);
      vm.host = others[place % others.length]?.name ?? vm.host;
    }
  }
  return estate;
}
