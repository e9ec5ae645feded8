import type { z } from "zod";
import { type AssessmentSettings, assessmentSettingsSchema } from "./schema";

export type SettingsResult =
  | { ok: true; settings: AssessmentSettings }
  | { ok: false; problems: { path: string; problem: string }[] };

/** Nested settings may be named without their group, as people write them: `percentile`, `savingsOptions`. */
const GROUP_OF: Readonly<Record<string, string>> = {
  percentile: "performanceData",
  timeRange: "performanceData",
  savingsOptions: "savingsSettings",
};

/** Names of the older API (2023-03-15), which hold one value where the newer hold a list. */
const OLDER_NAMES: Readonly<Record<string, string>> = {
  nodeType: "nodeTypes",
  failuresToTolerateAndRaidLevel: "failuresToTolerateAndRaidLevelList",
  reservedInstance: "savingsOptions",
  externalStorageType: "externalStorageTypes",
};

const LISTS = new Set([
  "nodeTypes",
  "failuresToTolerateAndRaidLevelList",
  "externalStorageTypes",
  "sizedSuitabilities",
]);

/**
 * Settings from `key=value` pairs: Azure Migrate's own names, dots for nested ones
 * (`performanceData.percentile=Percentile90`), commas between the items of a list. Every problem is
 * told with its path, not only the first.
 */
export function settingsFromPairs(pairs: readonly string[]): SettingsResult {
  const problems: { path: string; problem: string }[] = [];
  const input: Record<string, unknown> = {};
  for (const pair of pairs) {
    const split = pair.indexOf("=");
    const written = split < 0 ? pair.trim() : pair.slice(0, split).trim();
    if (split < 1) {
      problems.push({ path: written, problem: "expected key=value" });
      continue;
    }
    const [group, name] = pathOf(written);
    const key = group ?? name;
    if (!(key in assessmentSettingsSchema.shape)) {
      problems.push({ path: written, problem: "no setting of this name" });
      continue;
    }
    const value = valueOfText(name, pair.slice(split + 1).trim());
    if (group === null) input[key] = value;
    else input[key] = { ...(input[key] as object | undefined), [name]: value };
  }
  const parsed = assessmentSettingsSchema.safeParse(input);
  if (!parsed.success) problems.push(...issuesOf(parsed.error));
  if (problems.length > 0 || !parsed.success) return { ok: false, problems };
  return { ok: true, settings: parsed.data };
}

function pathOf(written: string): [group: string | null, name: string] {
  const dot = written.indexOf(".");
  if (dot > 0) return [written.slice(0, dot), written.slice(dot + 1)];
  const name = OLDER_NAMES[written] ?? written;
  return [GROUP_OF[name] ?? null, name];
}

function valueOfText(name: string, text: string): unknown {
  if (LISTS.has(name)) {
    return text
      .split(",")
      .map((item) => item.trim())
      .filter((item) => item !== "");
  }
  if (text === "null") return null;
  if (/^(?:true|yes)$/i.test(text)) return true;
  if (/^(?:false|no)$/i.test(text)) return false;
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
}

function issuesOf(error: z.ZodError): { path: string; problem: string }[] {
  return error.issues.map((issue) => ({ path: issue.path.join("."), problem: issue.message }));
}
