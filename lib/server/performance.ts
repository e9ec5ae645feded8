import type { z } from "zod";
import { measuredRatio, starsForCoverage } from "@/lib/assessment/confidence-stars";
import { type AssessmentSettings, assessmentSettings } from "@/lib/assessment/schema";
import { RefusedError } from "@/lib/errors/schema";
import { wallMilliseconds } from "@/lib/migration/local-time";
import { activityOf, networkPercent } from "@/lib/performance/activity";
import type {
  LeaveBehind,
  PerformanceDetail,
  PerformanceOverview,
  PerformanceRow,
  ProfileAnswer,
  performanceFilterSchema,
  performanceQuerySchema,
  profileQuerySchema,
  vmProfileQuerySchema,
} from "@/lib/performance/api-schema";
import { leaveBehind } from "@/lib/performance/leave-behind";
import { type PerformanceModel, statistics } from "@/lib/performance/performance-model";
import { countActivities, filterRows, sortRows } from "@/lib/performance/performance-rows";
import type { PerformanceVm } from "@/lib/performance/performance-vm";
import { loadPercent } from "@/lib/performance/right-size";
import {
  DEFAULT_RULES,
  type PerformanceRules,
  percentileSchema,
  type RulesQuery,
  rulesOf,
} from "@/lib/performance/rules-schema";
import { ProfileSum, shiftProfile } from "@/lib/performance/week-profile";
import type { HostSku } from "@/lib/private-cloud/regions";
import { getAssessment } from "./assessments";
import { database } from "./database";
import { performanceModel, samplesOf } from "./performance-models";
import { currentPriceList } from "./prices";

const HOUR_MS = 3_600_000;

type NewestAssessment = Awaited<ReturnType<typeof newestAssessment>>;

/** The newest assessment's settings, which the page starts from; null before the first. */
async function newestAssessment(projectId: string) {
  const row = await database().assessment.findFirst({
    where: { projectId },
    orderBy: { createdAt: "desc" },
    select: { id: true, settingsJson: true },
  });
  return row && { id: row.id, settings: assessmentSettings(JSON.parse(row.settingsJson)) };
}

/** Percentile and comfort factor of the assessment, so that both pages size a VM alike. */
function defaultRules(assessment: NewestAssessment): PerformanceRules {
  if (assessment === null) return DEFAULT_RULES;
  const { performanceData, scalingFactor } = assessment.settings;
  const percentile = percentileSchema.parse(performanceData.percentile.replace("Percentile", "p"));
  return { ...DEFAULT_RULES, percentile, comfort: scalingFactor };
}

async function currentRules(projectId: string, query: RulesQuery): Promise<PerformanceRules> {
  return rulesOf(query, defaultRules(await newestAssessment(projectId)));
}

/** What was measured, what it says, and what leaving idle VMs behind would save. @throws RefusedError notFound, noInventory, noPerformance */
export async function performanceOverview(
  projectId: string,
  query: RulesQuery,
): Promise<PerformanceOverview> {
  const [{ model, sources }, newest] = await Promise.all([
    performanceModel(projectId),
    newestAssessment(projectId),
  ]);
  const defaults = defaultRules(newest);
  const rules = rulesOf(query, defaults);
  const settings = newest?.settings ?? assessmentSettings();
  const [source, assessment] = await Promise.all([
    sourceOf(sources.performanceImportId, model),
    newest && getAssessment(projectId, newest.id),
  ]);
  const saving = await savingOf(projectId, model, rules, settings, {
    id: newest?.id ?? null,
    nodeType: assessment?.recommended?.nodeType ?? null,
  });
  return {
    source,
    inScopeVms: model.vms.length,
    measuredVms: model.vms.filter((vm) => vm.performance !== null).length,
    reportedVms: model.vms.filter((vm) => vm.performance !== null && vm.measuredName === null)
      .length,
    unknownNames: model.unknownNames,
    activities: countActivities(model.rows(rules)),
    confidence: confidenceOf(model, settings),
    rules,
    defaults,
    clusters: model.clusterNames(),
    timeZone: sources.timeZone,
    assessment: assessment && {
      id: assessment.id,
      name: assessment.name,
      isOutOfDate: assessment.isOutOfDate,
    },
    leaveBehind: saving,
  };
}

async function sourceOf(importId: string | null, { period }: PerformanceModel) {
  if (importId === null || period === null) return null;
  const record = await database().import.findUniqueOrThrow({
    where: { id: importId },
    select: { fileName: true, finishedAt: true, createdAt: true },
  });
  const { startAt, endAt, intervalMinutes, expectedSamples } = period;
  return {
    importId,
    fileName: record.fileName,
    importedAt: (record.finishedAt ?? record.createdAt).toISOString(),
    period: { startAt, endAt, intervalMinutes, expectedSamples },
  };
}

function confidenceOf(
  { vms }: PerformanceModel,
  settings: AssessmentSettings,
): PerformanceOverview["confidence"] {
  const { timeRange } = settings.performanceData;
  const period = measuredRatio(vms, "Custom");
  const history = measuredRatio(vms, timeRange);
  if (period === null || history === null) return null;
  const starred = (ratio: number) => ({ ratio, stars: starsForCoverage(ratio) });
  return { period: starred(period), history: starred(history), timeRange };
}

/** Computed anew from the inventory and the prices in use, for the VMs that the assessment sizes. */
async function savingOf(
  projectId: string,
  model: PerformanceModel,
  rules: PerformanceRules,
  settings: AssessmentSettings,
  assessment: { id: string | null; nodeType: HostSku | null },
): Promise<LeaveBehind | null> {
  const [left, prices] = await Promise.all([
    assessment.id === null ? new Set<string>() : unsizedVmKeys(assessment.id, settings),
    currentPriceList(database(), projectId),
  ]);
  const sized = model.vms.filter(
    (vm) => !left.has(vm.key) && (settings.includePoweredOff || vm.powerState !== "poweredOff"),
  );
  const activities = new Map(sized.map((vm) => [vm, activityOf(vm, rules)]));
  return leaveBehind(
    sized,
    (vm: PerformanceVm) => activities.get(vm) ?? "notMeasured",
    settings,
    prices,
    assessment.nodeType,
  );
}

/** VMs that the assessment left out for their readiness. */
async function unsizedVmKeys(
  assessmentId: string,
  settings: AssessmentSettings,
): Promise<Set<string>> {
  const rows = await database().assessedVm.findMany({
    where: { assessmentId, suitability: { notIn: settings.sizedSuitabilities } },
    select: { vmKey: true },
  });
  return new Set(rows.map(({ vmKey }) => vmKey));
}

/** The week of a cluster or of all VMs. @throws RefusedError notFound, noInventory, noPerformance */
export async function performanceProfile(
  projectId: string,
  query: z.output<typeof profileQuerySchema>,
): Promise<ProfileAnswer> {
  const { model, sources } = await performanceModel(projectId);
  const sum = model.profileSum(query.cluster ?? null);
  if (sum === null) throw new RefusedError("notFound", "No samples are of such a cluster.");
  return {
    vmCount: sum.vmCount,
    vcpus: sum.vcpus,
    memoryMib: sum.memoryMib,
    profile: shiftProfile(sum.profile(), clockHours(model, sources.timeZone, query.clock)),
  };
}

/** Hours that the project's clocks are ahead of UTC when the samples start, to the nearest whole hour. */
function clockHours(
  { period }: PerformanceModel,
  timeZone: string,
  clock: "export" | "project",
): number {
  if (clock === "export" || period === null) return 0;
  const startMs = Date.parse(`${period.startAt}Z`);
  return Math.round((wallMilliseconds(startMs, timeZone) - startMs) / HOUR_MS);
}

/** One page of VMs with their verdicts. @throws RefusedError notFound, noInventory, noPerformance */
export async function listPerformance(
  projectId: string,
  query: z.output<typeof performanceQuerySchema>,
): Promise<{ rows: PerformanceRow[]; total: number }> {
  const rows = sortRows(await matchingRows(projectId, query), query);
  return { rows: rows.slice(query.offset, query.offset + query.limit), total: rows.length };
}

async function matchingRows(
  projectId: string,
  query: z.output<typeof performanceFilterSchema>,
): Promise<PerformanceRow[]> {
  const [{ model }, rules] = await Promise.all([
    performanceModel(projectId),
    currentRules(projectId, query),
  ]);
  return filterRows(model.rows(rules), query);
}

/** The keys of every VM that a filter leaves, for deciding on all of them. @throws RefusedError notFound, noInventory, noPerformance */
export async function performanceKeys(
  projectId: string,
  query: z.output<typeof performanceFilterSchema>,
): Promise<{ vmKeys: string[] }> {
  return { vmKeys: (await matchingRows(projectId, query)).map(({ key }) => key) };
}

/** Everything that was measured of one VM. @throws RefusedError notFound, noInventory, noPerformance */
export async function getPerformance(
  projectId: string,
  vmKey: string,
  query: z.output<typeof vmProfileQuerySchema>,
): Promise<PerformanceDetail> {
  const [{ model, sources }, rules] = await Promise.all([
    performanceModel(projectId),
    currentRules(projectId, query),
  ]);
  const vm = model.vms.find(({ key }) => key === vmKey);
  const row = model.rows(rules).find(({ key }) => key === vmKey);
  if (!vm || !row) throw new RefusedError("notFound", "No virtual machine in scope has this key.");
  const importId = sources.performanceImportId;
  const samples =
    importId === null || vm.measuredName === null
      ? null
      : await samplesOf(importId, vm.measuredName);
  const sum = new ProfileSum();
  if (samples) sum.add(samples, vm);
  const network = vm.networkKibPerSecond?.[rules.percentile] ?? null;
  return {
    row,
    rules,
    startAt: vm.performance?.startAt ?? null,
    endAt: vm.performance?.endAt ?? null,
    sampleCount: vm.performance?.sampleCount ?? 0,
    stars: row.coverageRatio === null ? null : starsForCoverage(row.coverageRatio),
    peaks: peaksOf(vm, row, rules),
    networkPercent: network === null ? null : networkPercent(network, rules),
    metrics: Object.fromEntries(
      Object.entries(samples?.metrics ?? {}).map(([name, metric]) => [name, statistics(metric)]),
    ),
    profile: samples
      ? shiftProfile(sum.profile(), clockHours(model, sources.timeZone, query.clock))
      : null,
  };
}

function peaksOf(
  vm: PerformanceVm,
  row: PerformanceRow,
  rules: PerformanceRules,
): PerformanceDetail["peaks"] {
  const { cpuPeak, memoryPeak } = loadPercent(vm, rules);
  const at = (peak: number | null, allocated: number | null, wanted: number | null) =>
    peak === null || allocated === null || wanted === null ? null : (peak * allocated) / wanted;
  return {
    cpuPercent: cpuPeak,
    memoryPercent: memoryPeak,
    cpuPercentAtRecommended: at(cpuPeak, row.cpus, row.recommendedCpus),
    memoryPercentAtRecommended: at(memoryPeak, row.memoryMib, row.recommendedMemoryMib),
  };
}
