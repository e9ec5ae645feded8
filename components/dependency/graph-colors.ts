import { osFamily } from "@/components/inventory/os-family";
import type { DependencyGraph } from "@/lib/dependency/api-schema";

export const COLOR_KEYS = ["kind", "group", "readiness", "os"] as const;
export type ColorKey = (typeof COLOR_KEYS)[number];

export interface ColorClass {
  /** What the class stands for: a kind, a group's id, a suitability, a family, `none` or `others`. */
  id: string;
  /** A CSS variable of the theme. */
  variable: string;
  count: number;
}

const SERIES = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `--lf-series-${number}`);
const NEUTRAL = "--lf-neutral";

const FIXED: Partial<Record<ColorKey, Record<string, string>>> = {
  kind: {
    vm: "--lf-series-1",
    server: "--lf-series-2",
    privateAddress: "--lf-series-6",
    publicAddress: "--lf-series-4",
  },
  readiness: {
    Suitable: "--lf-success",
    ConditionallySuitable: "--lf-warning",
    NotSuitable: "--lf-danger",
    ReadinessUnknown: NEUTRAL,
    none: NEUTRAL,
  },
};

function classOf(node: DependencyGraph["nodes"][number], key: ColorKey): string {
  if (key === "kind") return node.kind;
  if (node.kind !== "vm") return "none";
  if (key === "group") return node.groupId ?? "none";
  if (key === "readiness") return node.suitability ?? "none";
  return osFamily(node.os);
}

/**
 * The classes of the drawn nodes, most first. Only eight colours can be told apart: what has none of its own is
 * `others`.
 */
export function colorClasses(
  nodes: readonly DependencyGraph["nodes"][number][],
  key: ColorKey,
): { classes: ColorClass[]; variableOf: (node: DependencyGraph["nodes"][number]) => string } {
  const counts = new Map<string, number>();
  for (const node of nodes) {
    const id = classOf(node, key);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const ordered = [...counts].sort((a, b) => b[1] - a[1]);
  const fixed = FIXED[key];
  const variables = new Map<string, string>();
  let next = 0;
  for (const [id] of ordered) {
    const own = fixed?.[id] ?? (id === "none" ? NEUTRAL : SERIES[next]);
    if (own === undefined) continue;
    variables.set(id, own);
    if (fixed === undefined && id !== "none") next += 1;
  }
  const classes = ordered.flatMap(([id, count]): ColorClass[] => {
    const variable = variables.get(id);
    return variable === undefined ? [] : [{ id, variable, count }];
  });
  const others = ordered.filter(([id]) => !variables.has(id)).reduce((sum, [, n]) => sum + n, 0);
  if (others > 0) classes.push({ id: "others", variable: NEUTRAL, count: others });
  return { classes, variableOf: (node) => variables.get(classOf(node, key)) ?? NEUTRAL };
}
