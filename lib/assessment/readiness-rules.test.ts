import { describe, expect, it } from "vitest";
import type { MigrationType } from "@/lib/hcx/migration-types";
import { assessReadiness } from "./readiness";
import type { ReadinessRule } from "./readiness-rule";
import { READINESS_RULES } from "./readiness-rules";
import type { RuleResult, Verdict } from "./readiness-schema";
import {
  type EstateOfHeaders,
  HEADER_SETS,
  type HeaderSet,
  hasColumn,
  readEstateOfHeaders,
  type SheetRows,
} from "./testing/estate-of-headers";
import { RULE_CASES } from "./testing/rule-cases";

const VM = "vInfo.VM";

async function resultOf(ruleId: string, estate: EstateOfHeaders): Promise<RuleResult> {
  const reads = READINESS_RULES.find(({ id }) => id === ruleId)?.reads.flat() ?? [];
  const onlySheets = reads.map(({ sheet }) => sheet);
  const { inventory, confidence } = await readEstateOfHeaders({ onlySheets, ...estate });
  const { rules } = assessReadiness(inventory, { asOf: "2025-06-17T08:00:00Z", confidence });
  const result = rules.find((rule) => rule.ruleId === ruleId);
  if (!result) throw new Error(`no result of ${ruleId}`);
  return result;
}

const found = (result: RuleResult) => result.vmKeys.length + result.subjects.length;

/** Whether some way to see what the rule looks at is there. */
function canSee(rule: ReadinessRule, set: HeaderSet): boolean {
  return rule.reads.some((way) =>
    way.every(
      ({ sheet, columns }) =>
        set[sheet] !== undefined && columns.every((column) => hasColumn(set, sheet, column)),
    ),
  );
}

/** Whether the headers have a place for every cell that the rows change. */
function canHold(set: HeaderSet, rows: SheetRows): boolean {
  return Object.entries(rows).every(
    ([sheet, lines]) =>
      set[sheet] !== undefined &&
      lines.every((cells) =>
        Object.keys(cells).every(
          // Identity columns only tell rows apart; a set without them does so by name.
          (column) => /UUID|VM ID|Disk Key/.test(column) || hasColumn(set, sheet, column),
        ),
      ),
  );
}

const findingRules = READINESS_RULES.filter((rule) => !rule.isFact);

describe("every rule of the catalogue", () => {
  it("is one of the 72 checks, all of which are there, under a name of its own", () => {
    const numbers = new Set(READINESS_RULES.flatMap((rule) => rule.number ?? []));
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 72 }, (_, i) => i + 1));
    expect(new Set(READINESS_RULES.map((rule) => rule.id)).size).toBe(READINESS_RULES.length);
  });

  it("has rows on which it fires, rows on which it does not, and something to miss", () => {
    for (const rule of findingRules) {
      const cases = RULE_CASES[rule.id];
      expect(cases, rule.id).toBeDefined();
      if (cases?.neverEvaluated) continue;
      const firing = (cases?.fires.length ?? 0) + (cases?.firesWithoutColumns?.length ?? 0);
      expect(firing, `${rule.id} fires`).toBeGreaterThan(0);
      if (cases?.ordinaryFires) expect(cases.quiet?.length, `${rule.id} quiet`).toBeGreaterThan(0);
    }
    const unknown = Object.keys(RULE_CASES).filter(
      (id) => !findingRules.some((rule) => rule.id === id),
    );
    expect(unknown).toEqual([]);
  });

  it("can be seen in some real export, or says that none states it", () => {
    const unseen = findingRules.filter(
      (rule) => !Object.values(HEADER_SETS).some((set) => canSee(rule, set)),
    );
    expect(unseen.map(({ id }) => id)).toEqual(["cpu-affinity"]);
  });
});

describe.each(Object.entries(HEADER_SETS))("under the headers of RVTools %s", (_, set) => {
  const seen = findingRules.filter((rule) => canSee(rule, set));
  const unseen = findingRules.filter((rule) => !canSee(rule, set));

  it.each(seen.map((rule) => [rule.id]))("%s fires where it must", async (id) => {
    const { fires, firesWithoutColumns } = RULE_CASES[id] ?? { fires: [] };
    for (const rows of fires.filter((candidate) => canHold(set, candidate))) {
      const result = await resultOf(id, { set, rows });
      expect(found(result), JSON.stringify(rows).slice(0, 300)).toBeGreaterThan(0);
    }
    if (firesWithoutColumns) {
      const result = await resultOf(id, { set, withoutColumns: firesWithoutColumns });
      expect(found(result)).toBeGreaterThan(0);
    }
  });

  it.each(seen.map((rule) => [rule.id]))("%s keeps quiet where it must", async (id) => {
    const { quiet = [], ordinaryFires } = RULE_CASES[id] ?? {};
    // An export without identifying columns is itself a finding.
    const isBare = id === "mandatory-columns" && !hasColumn(set, "vInfo", "VM ID");
    const ordinary = ordinaryFires || isBare ? [] : [{}];
    for (const rows of [...ordinary, ...quiet].filter((candidate) => canHold(set, candidate))) {
      const result = await resultOf(id, { set, rows });
      expect(found(result), JSON.stringify(rows).slice(0, 300)).toBe(0);
      expect(result.evaluated, JSON.stringify(rows).slice(0, 300)).toBe(true);
    }
  });

  it("is not evaluated where its sheet or column is missing, instead of passed", async () => {
    const { inventory, confidence } = await readEstateOfHeaders({ set });
    const { rules } = assessReadiness(inventory, { confidence });
    for (const { id } of unseen) {
      const result = rules.find(({ ruleId }) => ruleId === id);
      expect(result, id).toMatchObject({ evaluated: false, vmKeys: [], subjects: [] });
      expect(result?.missing.length, id).toBeGreaterThan(0);
    }
  });

  // One list of headers is enough for that: the newest has nearly every column.
  const inNewest = set === HEADER_SETS.newer ? seen : [];
  it.each(
    inNewest.flatMap((rule) => {
      const needed = rule.reads.map((way) =>
        way
          .flatMap(({ sheet, columns }) => columns.map((column) => `${sheet}.${column}`))
          .filter((path) => path !== VM),
      );
      // What every import has cannot be missing: a row without a VM's name is no VM.
      return needed.every((way) => way.length > 0) ? [[rule.id, needed.flat()] as const] : [];
    }),
  )("%s is not evaluated without its columns", async (id, withoutColumns) => {
    const result = await resultOf(id, {
      set,
      withoutColumns: [...withoutColumns, ...(RULE_CASES[id]?.saidAgainBy ?? [])],
      rows: RULE_CASES[id]?.fires.find((rows) => canHold(set, rows)) ?? {},
    });
    expect(result).toMatchObject({ evaluated: false, vmKeys: [], subjects: [] });
  });

  it.each([...new Set(seen.flatMap((rule) => rule.reads.flat().map((read) => read.sheet)))])(
    "no rule that needs %s is evaluated without the sheet",
    async (sheet) => {
      if (sheet === "vInfo") return;
      const { inventory, confidence } = await readEstateOfHeaders({ set, withoutSheets: [sheet] });
      const { rules } = assessReadiness(inventory, { confidence });
      const needing = seen.filter((rule) =>
        rule.reads.every((way) => way.some((read) => read.sheet === sheet)),
      );
      for (const { id } of needing) {
        expect(rules.find(({ ruleId }) => ruleId === id)?.evaluated, id).toBe(false);
      }
    },
  );
});

/**
 * HCX prerequisites and restrictions by migration type, as the documents give them: B blocked, W possible
 * by an option or under a condition, `.` stated as possible or not stated. OS Assisted Migration is not for
 * VMs of vSphere, which the fact `os-assisted-source` says of every one.
 */
const HCX_TABLE: readonly [ruleId: string, letters: string][] = [
  // vMotion, Cold, Bulk, RAV
  ["hardware-below-9", "BB.B"],
  ["hardware-below-7", "BBBB"],
  ["disk-above-30-tb", "BW.W"],
  ["disk-above-62-tb", "BBBB"],
  ["tools-not-installed", "..W."],
  ["tools-not-running", "..W."],
  ["snapshot-present", "WW.W"],
  ["media-connected", "WBWB"],
  ["shared-disk", "BBBB"],
  ["fault-tolerance", "BWWB"],
  ["virtual-rdm", "BW.B"],
  ["physical-rdm", "BBBB"],
  ["pci-passthrough", "BWBB"],
  ["sr-iov-adapter", "BWBB"],
  ["nvme-controller", "..B."],
  ["independent-persistent", "WWBB"],
  ["independent-nonpersistent", "WWBB"],
  ["cpu-vendor-differs", "B..B"],
  ["evc-above-every-target", "W..B"],
  ["change-block-tracking-on", "WWWW"],
  ["suspended", "BWBB"],
  ["powered-off", "B.WB"],
  ["powered-on", ".B.."],
  ["esxi-below-6-5", "BBBB"],
];

describe("verdicts by migration type", () => {
  const letter: Record<Verdict, string> = {
    ok: ".",
    warning: "W",
    blocked: "B",
    notEvaluated: "?",
  };
  const types: readonly MigrationType[] = ["vMotion", "Cold", "Bulk", "RAV"];

  it.each(HCX_TABLE)("%s is %s", (ruleId, letters) => {
    const rule = READINESS_RULES.find(({ id }) => id === ruleId);
    expect(types.map((type) => letter[rule?.verdicts[type] ?? "ok"]).join("")).toBe(letters);
  });

  it("treats Assisted vMotion, of which no restriction is published, no milder than vMotion", () => {
    const rank: Record<Verdict, number> = { ok: 0, warning: 1, notEvaluated: 2, blocked: 3 };
    const milder = READINESS_RULES.filter(({ id, verdicts }) => {
      // A 30 TB disk limit is published for HCX vMotion, which goes through the appliance.
      if (id === "disk-above-30-tb") return false;
      return rank[verdicts.AssistedvMotion ?? "ok"] < rank[verdicts.vMotion ?? "ok"];
    });
    expect(milder.map(({ id }) => id)).toEqual([]);
  });

  it("states a source for every rule, and an effort for every one that stands in the way", () => {
    for (const rule of READINESS_RULES) {
      expect(rule.source.length, rule.id).toBeGreaterThan(10);
      const blocks = Object.values(rule.verdicts).includes("blocked");
      if (blocks && rule.id !== "powered-off" && !rule.isFact) {
        expect(rule.effort, rule.id).not.toBe("none");
      }
    }
  });
});
