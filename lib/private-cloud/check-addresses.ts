import { type Problem, problem } from "@/lib/world/problem";
import {
  blockHasAddress,
  blocksOverlap,
  formatBlock,
  type Ipv4Block,
  isPrivateBlock,
  parseBlock,
  parseIpv4,
  RESERVED_BLOCKS,
} from "./cidr";

/** A block that is in use, with the word for it that a problem states. */
export type UsedBlock = { block: Ipv4Block; name: string };

/** Blocks from text; what does not parse is left out, its own field says so. */
export function usedBlocks(texts: readonly (string | null)[], name?: string): UsedBlock[] {
  return texts.flatMap((text) => {
    const block = text === null ? null : parseBlock(text);
    return block === null ? [] : [{ block, name: name ?? formatBlock(block) }];
  });
}

/** One problem for every used block that the block overlaps. */
export function overlapProblems(
  code: string,
  path: string,
  block: Ipv4Block,
  used: readonly UsedBlock[],
): Problem[] {
  return used
    .filter((other) => blocksOverlap(block, other.block))
    .map((other) =>
      problem(code, path, {
        block: formatBlock(block),
        other: formatBlock(other.block),
        name: other.name,
      }),
    );
}

/** Outside RFC 1918, or inside a block that the platform keeps for itself. */
export function addressSpaceProblems(path: string, block: Ipv4Block): Problem[] {
  const problems: Problem[] = [];
  if (!isPrivateBlock(block)) {
    problems.push(problem("blockNotPrivate", path, { block: formatBlock(block) }));
  }
  for (const reserved of RESERVED_BLOCKS) {
    if (blocksOverlap(block, reserved.block)) {
      const other = formatBlock(reserved.block);
      problems.push(problem("blockReserved", path, { block: formatBlock(block), other }));
    }
  }
  return problems;
}

/**
 * Addresses of the inventory's VMs that lie in the block: such networks exist on-premises whether or
 * not the project lists them. One problem with the count, not one a VM.
 */
export function inventoryAddressProblems(
  path: string,
  block: Ipv4Block,
  vms: readonly { name: string; ipAddresses: readonly string[] }[],
): Problem[] {
  const inside = vms.filter((vm) =>
    vm.ipAddresses.some((text) => {
      const address = parseIpv4(text);
      return address !== null && blockHasAddress(block, address);
    }),
  );
  const first = inside[0];
  if (first === undefined) return [];
  const values = { block: formatBlock(block), count: inside.length, vm: first.name };
  return [problem("blockHasInventoryAddresses", path, values)];
}
