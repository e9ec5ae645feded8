import type { FieldProblem } from "@/components/ui/error-sentence";
import type { ChosenVm } from "./group-draft";

/** Problems with the same reason, and the VMs that they concern. */
export interface ProblemGroup {
  key: string;
  /** One of them, for its code and the values that all of them share. */
  problem: FieldProblem;
  vmNames: string[];
}

/** `migrations.12.type`: which VM of the draft a problem is about. */
const MIGRATION_PATH = /^(?:payload\.)?migrations\.(\d+)(?:\.|$)/;

function vmNameOf(
  { path, values = {} }: FieldProblem,
  vms: readonly Pick<ChosenVm, "name">[],
): string | null {
  const index = MIGRATION_PATH.exec(path)?.[1];
  if (index === undefined) return null;
  const known = vms[Number(index)]?.name ?? values.vm;
  return typeof known === "string" ? known : null;
}

/** Every reason once, with the VMs that have it; what concerns the group as a whole first. */
export function groupProblems(
  problems: readonly FieldProblem[],
  vms: readonly Pick<ChosenVm, "name">[],
): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const vmName = vmNameOf(problem, vms);
    const { vm: _vm, ...shared } = problem.values ?? {};
    const place = vmName === null ? problem.path : "vm";
    const key = `${place} ${problem.code} ${JSON.stringify(shared)}`;
    const group = groups.get(key) ?? { key, problem, vmNames: [] };
    if (vmName !== null && !group.vmNames.includes(vmName)) group.vmNames.push(vmName);
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.vmNames.length > 0) - Number(b.vmNames.length > 0) ||
      b.vmNames.length - a.vmNames.length,
  );
}
