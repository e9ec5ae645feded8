/** One setting that is not the same everywhere, with its value in each place. */
export interface SettingDifference {
  /** Dotted path, for instance `performanceData.percentile`. */
  path: string;
  values: unknown[];
}

/** Leaves of a settings object by dotted path; lists are leaves. */
export function flattened(value: unknown, path = ""): Map<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return new Map([[path, value]]);
  }
  const leaves = new Map<string, unknown>();
  for (const [key, child] of Object.entries(value)) {
    for (const [leaf, inner] of flattened(child, path === "" ? key : `${path}.${key}`)) {
      leaves.set(leaf, inner);
    }
  }
  return leaves;
}

/** Every setting in which at least two differ, in the order of the first; a list's order is no difference. */
export function settingDifferences(settings: readonly object[]): SettingDifference[] {
  const maps = settings.map((one) => flattened(one));
  const paths = [...new Set(maps.flatMap((map) => [...map.keys()]))];
  return paths
    .map((path) => ({ path, values: maps.map((map) => map.get(path)) }))
    .filter(({ values }) => new Set(values.map(canonical)).size > 1);
}

function canonical(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].map(String).sort() : (value ?? null));
}
