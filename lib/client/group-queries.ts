import { type QueryClient, queryOptions } from "@tanstack/react-query";
import type { z } from "zod";
import { type AssessedVmQuery, assessedVmPageSchema } from "@/lib/assessment/record-schema";
import { vmPageSchema } from "@/lib/inventory/list-schema";
import { mobilityGroupDetailSchema } from "@/lib/world/view-schema";
import { apiFetch } from "./api";
import type { ListQuery } from "./board-queries";
import { projectPath } from "./world-queries";

export type MobilityGroupDetail = z.infer<typeof mobilityGroupDetailSchema>;

/** One mobility group: its draft as it stands and how far it is. */
export const groupQuery = (projectId: string, groupId: string) =>
  queryOptions({
    queryKey: ["project", projectId, "world", "group", groupId],
    queryFn: ({ signal }): Promise<MobilityGroupDetail> =>
      apiFetch(`${projectPath(projectId)}/world/groups/${encodeURIComponent(groupId)}`, {
        schema: mobilityGroupDetailSchema,
        signal,
      }),
  });

type AssessedRow = z.infer<typeof assessedVmPageSchema>["rows"][number];

/** A VM that can be put into a group; readiness is null where no assessment says anything. */
export type CandidateVm = Omit<
  AssessedRow,
  "suitability" | "types" | "findingCount" | "effortHours" | "finding"
> & {
  suitability: AssessedRow["suitability"] | null;
  types: AssessedRow["types"] | null;
};

export type CandidateQuery = Pick<AssessedVmQuery, "search" | "suitability" | "bestType"> & {
  sort?: AssessedVmQuery["sort"];
  direction?: "asc" | "desc";
  /** Only where no assessment is there to filter by. */
  cluster?: string;
};

/** Columns that the plain inventory cannot sort by fall back to the name. */
const INVENTORY_SORTS = ["name", "cpus", "memoryMib", "os", "cluster"] as const;

interface CandidatePage {
  total: number;
  rows: CandidateVm[];
}

async function fetchAssessed(
  projectId: string,
  assessmentId: string,
  query: CandidateQuery & { offset: number; limit: number },
  signal: AbortSignal | undefined,
): Promise<CandidatePage> {
  const { cluster: _cluster, ...asked } = query;
  return apiFetch(`${projectPath(projectId)}/assessments/${encodeURIComponent(assessmentId)}/vms`, {
    schema: assessedVmPageSchema,
    query: asked,
    ...(signal ? { signal } : {}),
  });
}

async function fetchInventory(
  projectId: string,
  query: CandidateQuery & { offset: number; limit: number },
  signal: AbortSignal | undefined,
): Promise<CandidatePage> {
  const { sort, direction, offset, limit, search, cluster } = query;
  const known = INVENTORY_SORTS.find((column) => column === sort);
  const asked = { offset, limit, search, cluster, direction, sort: known, scope: "inScope" };
  const page = await apiFetch(`${projectPath(projectId)}/vms`, {
    schema: vmPageSchema,
    query: asked,
    ...(signal ? { signal } : {}),
  });
  const rows = page.rows.map(
    ({ key, name, cpus, memoryMib, inUseMib, os, cluster: home }): CandidateVm => ({
      vmKey: key,
      name,
      cpus,
      memoryMib,
      storageMib: inUseMib,
      os,
      cluster: home,
      suitability: null,
      bestType: null,
      types: null,
    }),
  );
  return { total: page.total, rows };
}

function candidatesKey(projectId: string, assessmentId: string | null): readonly unknown[] {
  return ["project", projectId, "candidates", assessmentId];
}

/** One page of VMs that can be chosen, with readiness where an assessment has it. */
export function candidatesQuery(
  projectId: string,
  assessmentId: string | null,
  query: CandidateQuery & { offset: number; limit: number },
): ListQuery<CandidatePage> {
  return {
    queryKey: [...candidatesKey(projectId, assessmentId), query],
    queryFn: ({ signal }) =>
      assessmentId === null
        ? fetchInventory(projectId, query, signal)
        : fetchAssessed(projectId, assessmentId, query, signal),
    refetchInterval: false,
  };
}

/** The server cuts pages at this length. */
const PAGE_MAX = 500;

/** Every VM that matches, page after page: for "choose all that match". */
export async function fetchAllCandidates(
  projectId: string,
  assessmentId: string | null,
  query: CandidateQuery,
): Promise<CandidateVm[]> {
  const rows: CandidateVm[] = [];
  for (;;) {
    const asked = { ...query, offset: rows.length, limit: PAGE_MAX };
    const page = await (assessmentId === null
      ? fetchInventory(projectId, asked, undefined)
      : fetchAssessed(projectId, assessmentId, asked, undefined));
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** The candidates that lists have read so far, by key. */
export function knownCandidates(
  client: QueryClient,
  projectId: string,
  assessmentId: string | null,
): Map<string, CandidateVm> {
  const pages = client.getQueriesData<CandidatePage>({
    queryKey: candidatesKey(projectId, assessmentId),
  });
  return new Map(
    pages.flatMap(([, page]) => (page?.rows ?? []).map((row) => [row.vmKey, row] as const)),
  );
}
