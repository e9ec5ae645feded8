import type { FieldProblem } from "@/components/ui/error-sentence";
import type { ChosenVm } from "./group-draft";

/** Problems with the same reason, and the VMs that they concern. */
export interface ProblemGroup {
  key: string;
  /** One of them, for its code and the values that all of them share. */
  problem: FieldProblem;
  vmNames: string[];
  /** Where these VMs stand in the draft. */
  vmIndexes: number[];
}

/** `migrations.12.type`: which VM of the draft a problem is about. */
const MIGRATION_PATH = /^(?:payload\.)?migrations\.(\d+)(?:\.|$)/;

interface ConcernedVm {
  index: number;
  name: string;
}

function concernedVm(
  { path, values = {} }: FieldProblem,
  vms: readonly Pick<ChosenVm, "name">[],
): ConcernedVm | null {
  const digits = MIGRATION_PATH.exec(path)?.[1];
  if (digits === undefined) return null;
  const index = Number(digits);
  const name = vms[index]?.name ?? values.vm;
  return typeof name === "string" ? { index, name } : null;
}

/** Every reason once, with the VMs that have it; what concerns the group as a whole first. */
export function groupProblems(
  problems: readonly FieldProblem[],
  vms: readonly Pick<ChosenVm, "name">[],
): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const concerned = concernedVm(problem, vms);
    const { vm: _vm, ...shared } = problem.values ?? {};
    const place = concerned === null ? problem.path : "vm";
    const key = `${place} ${problem.code} ${JSON.stringify(shared)}`;
    const group = groups.get(key) ?? { key, problem, vmNames: [], vmIndexes: [] };
    if (concerned !== null && !group.vmIndexes.includes(concerned.index)) {
      group.vmIndexes.push(concerned.index);
      group.vmNames.push(concerned.name);
    }
    groups.set(key, group);
  }
  return [...groups.values()].sort(
    (a, b) =>
      Number(a.vmNames.length > 0) - Number(b.vmNames.length > 0) ||
      b.vmNames.length - a.vmNames.length,
  );
}
