import { z } from "zod";
import {
  type AssessedVmRow,
  assessedVmQuerySchema,
  type RuleSummary,
} from "@/lib/assessment/record-schema";
import { MIGRATION_TYPES } from "@/lib/hcx/migration-types";
import { acknowledgementSummary } from "../acknowledgements";
import { listAssessedVms } from "../assessed-vms";
import { getAssessment } from "../assessments";
import { assessmentCosts } from "../costs";
import {
  EXPORT_PAGE_ROWS,
  type ExportList,
  type ExportValue,
  pagedRows,
  parseQuery,
  rowsOf,
} from "./export-table";

/** Lists of one assessment; `assessment` in the query names it. */

const ofAssessment = z.looseObject({ assessment: z.string().min(1).max(64) });

/** A finding's acknowledgement, told where the list is narrowed to one rule. */
const FINDING_PARTS = ["state", "owner", "dueOn", "note"] as const;

export const exportAssessedVms: ExportList = async ({ projectId, query, texts }) => {
  const { assessment } = parseQuery(ofAssessment, query);
  const parsed = parseQuery(assessedVmQuerySchema, query);
  const page = (offset: number) =>
    listAssessedVms(projectId, assessment, { ...parsed, offset, limit: EXPORT_PAGE_ROWS });
  const name = (key: string) => texts(`assessment-pages.columns.${key}`);
  const fact = (key: string) => texts(`inventory.columns.${key}`);
  const findingOf = ({ finding }: AssessedVmRow): ExportValue[] => [
    finding ? texts(`acknowledgement.states.${finding.state}`) : null,
    finding?.owner ?? null,
    finding?.dueOn ?? null,
    finding?.note ?? null,
  ];
  const values = (row: AssessedVmRow): ExportValue[] => [
    row.name,
    texts(`readiness.suitability.${row.suitability}`),
    row.bestType === null ? name("noType") : texts(`readiness.types.${row.bestType}`),
    row.findingCount,
    row.effortHours,
    row.cpus,
    row.memoryMib,
    row.storageMib,
    row.os,
    row.cluster,
    ...MIGRATION_TYPES.map((type) => {
      const verdict = row.types[type];
      return verdict ? texts(`readiness.verdicts.${verdict}`) : null;
    }),
    ...(parsed.rule ? findingOf(row) : []),
  ];
  return {
    fileName: "landfall-assessed-vms",
    sheet: name("label"),
    columns: [
      { label: fact("name"), width: 32 },
      { label: name("suitability"), width: 24 },
      { label: name("bestType"), width: 36 },
      { label: name("findings"), format: "integer" },
      { label: texts("export.hours", { name: name("effort") }), format: "decimal" },
      { label: fact("cpus"), format: "integer" },
      { label: texts("export.mib", { name: fact("memory") }), format: "integer" },
      { label: texts("export.mib", { name: name("storage") }), format: "integer" },
      { label: fact("os"), width: 36 },
      { label: fact("cluster"), width: 20 },
      ...MIGRATION_TYPES.map((type) => ({ label: texts(`readiness.types.${type}`), width: 22 })),
      ...(parsed.rule
        ? FINDING_PARTS.map((part) => ({
            label: texts(`acknowledgement.columns.${part}`),
            width: part === "note" ? 60 : 18,
          }))
        : []),
    ],
    rows: pagedRows(await page(0), page, values),
  };
};

const ruleQuery = ofAssessment.extend({
  view: z.enum(["findings", "notEvaluated", "passed", "all"]).default("all"),
  /** Only rules with findings in this state. */
  finding: z.enum(["open", "acknowledged", "overdue"]).optional(),
});

const hasFindings = (rule: RuleSummary) => rule.vmCount > 0 || rule.subjects.length > 0;

const RULE_VIEWS: Readonly<
  Record<z.infer<typeof ruleQuery>["view"], (rule: RuleSummary) => boolean>
> = {
  all: () => true,
  findings: hasFindings,
  notEvaluated: (rule) => !rule.evaluated && !hasFindings(rule),
  passed: (rule) => rule.evaluated && !hasFindings(rule),
};

export const exportRules: ExportList = async ({ projectId, query, texts }) => {
  const { assessment, view, finding } = parseQuery(ruleQuery, query);
  const [{ rules }, { rules: counted }] = await Promise.all([
    getAssessment(projectId, assessment),
    acknowledgementSummary(projectId, assessment),
  ]);
  const countsOf = new Map(counted.map((counts) => [counts.ruleId, counts]));
  const shown = rules.filter(
    (rule) =>
      RULE_VIEWS[view](rule) &&
      (finding === undefined || (countsOf.get(rule.ruleId)?.[finding] ?? 0) > 0),
  );
  const state = (key: string) => texts(`acknowledgement.states.${key}`);
  return {
    fileName: "landfall-checks",
    sheet: texts("export.rules.sheet"),
    columns: [
      { label: texts("export.rules.number"), format: "integer", width: 8 },
      { label: texts("export.rules.title"), width: 60 },
      { label: texts("export.rules.severity") },
      { label: texts("assessment-pages.columns.effort") },
      { label: texts("export.rules.state"), width: 20 },
      { label: texts("export.rules.vms"), format: "integer" },
      { label: texts("export.rules.subjects"), width: 60 },
      { label: state("open"), format: "integer" },
      { label: state("acknowledged"), format: "integer" },
      { label: state("overdue"), format: "integer" },
      { label: texts("acknowledgement.columns.owner"), width: 20 },
      { label: texts("acknowledgement.columns.dueOn") },
      { label: texts("acknowledgement.columns.note"), width: 60 },
    ],
    rows: rowsOf(shown, (rule) => {
      const counts = countsOf.get(rule.ruleId);
      const result = hasFindings(rule) ? "found" : rule.evaluated ? "passed" : "notEvaluated";
      return [
        rule.number,
        texts(`readiness.rules.${rule.ruleId}.title`),
        texts(`readiness.severity.${rule.severity}`),
        texts(`readiness.effort.${rule.effort}`),
        texts(`export.rules.${result}`),
        // A check that was not evaluated found nothing because it did not look.
        rule.evaluated ? rule.vmCount : null,
        rule.subjects.map(({ subject }) => subject).join(", "),
        counts?.open ?? null,
        counts?.acknowledged ?? null,
        counts?.overdue ?? null,
        counts?.whole?.owner ?? null,
        counts?.whole?.dueOn ?? null,
        counts?.whole?.note ?? null,
      ];
    }),
  };
};

export const exportSizing: ExportList = async ({ projectId, query, texts }) => {
  const { assessment } = parseQuery(ofAssessment, query);
  const { options, recommended } = await getAssessment(projectId, assessment);
  const name = (key: string) => texts(`assessment-pages.nodes.${key}`);
  return {
    fileName: "landfall-sizing",
    sheet: name("title"),
    columns: [
      { label: name("nodeType") },
      { label: name("recommended") },
      { label: name("hosts"), format: "integer" },
      { label: texts("export.sizing.baseHosts"), format: "integer" },
      { label: name("clusters"), format: "integer" },
      { label: texts("export.sizing.privateClouds"), format: "integer" },
      { label: name("limit"), width: 20 },
      { label: texts("assessment-pages.policies.policy"), width: 32 },
      { label: name("cpu"), format: "percent" },
      { label: name("memory"), format: "percent" },
      { label: name("storage"), format: "percent" },
      { label: name("sla") },
      { label: name("monthly"), format: "money" },
      { label: texts("export.currency") },
    ],
    rows: rowsOf(options, ({ sizing, cost }) => [
      sizing.nodeType,
      texts(`export.${recommended?.nodeType === sizing.nodeType ? "yes" : "no"}`),
      sizing.nodeNumber,
      sizing.baseNodes,
      sizing.clusters.length,
      sizing.privateClouds,
      texts(`assessment.limitingFactor.${sizing.limitingFactor}`),
      texts(`assessment.values.fttRaidLevel.${sizing.fttRaidLevel}`),
      sizing.cpuUtilization / 100,
      sizing.ramUtilization / 100,
      sizing.storageUtilization / 100,
      texts(
        `assessment.sla.${sizing.sla.ftt === "met" && sizing.sla.vsanUsed === "met" ? "met" : "notMet"}`,
      ),
      cost.hostsMonthly,
      cost.currency,
    ]),
  };
};

export const exportCosts: ExportList = async ({ projectId, query, texts }) => {
  const { assessment } = parseQuery(ofAssessment, query);
  const table = await assessmentCosts(projectId, assessment);
  const lines = table.rows.flatMap((row) => row.terms.map((term) => ({ row, term })));
  return {
    fileName: "landfall-costs",
    sheet: texts("cost.title"),
    columns: [
      { label: texts("cost.nodeType") },
      { label: texts("cost.hosts"), format: "integer" },
      { label: texts("prices.table.term"), width: 20 },
      { label: texts("prices.table.perMonth"), format: "money" },
      { label: texts("export.costs.hostsMonthly"), format: "money" },
      { label: texts("export.costs.totalMonthly"), format: "money" },
      { label: texts("export.currency") },
      { label: texts("prices.table.confidence"), width: 24 },
      { label: texts("prices.table.source"), width: 60 },
      { label: texts("prices.table.date") },
    ],
    rows: rowsOf(lines, ({ row, term }) => {
      const nodes = term.heads.find(({ head }) => head === "nodes");
      return [
        row.nodeType,
        row.nodeNumber + row.baseNodes,
        texts(`assessment.values.savingsOptions.${term.savingsOption}`),
        nodes?.unitPrice ?? null,
        term.hostsMonthly,
        term.totalMonthly,
        term.currency,
        nodes?.confidence ? texts(`assessment.cost.confidence.${nodes.confidence}`) : null,
        nodes?.priceSource ?? null,
        nodes?.priceDate ?? null,
      ];
    }),
  };
};
