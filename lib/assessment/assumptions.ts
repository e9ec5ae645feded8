import type { Inventory } from "@/lib/inventory/schema";
import type { Assumption, NodeOption } from "./assessment-schema";
import type { Demand } from "./demand";
import { NODE_TYPES } from "./node-types";
import type { Readiness } from "./readiness-schema";
import type { AssessmentSettings } from "./schema";

type Given = {
  inventory: Inventory;
  settings: AssessmentSettings;
  readiness: Readiness;
  demand: Demand;
  nodeOptions: readonly NodeOption[];
  excluded: ReadonlySet<string>;
};

/** Everything that the figures take for granted, with how many VMs it touches. */
export function assumptionsOf(given: Given): Assumption[] {
  return [...demandAssumptions(given), ...scopeAssumptions(given), ...resultAssumptions(given)];
}

function counted(code: Assumption["code"], count: number): Assumption[] {
  return count === 0 ? [] : [{ code, count, values: {} }];
}

function stated(
  code: Assumption["code"],
  applies: boolean,
  values: Assumption["values"] = {},
): Assumption[] {
  return applies ? [{ code, count: null, values }] : [];
}

function demandAssumptions({ demand }: Given): Assumption[] {
  return [
    ...counted("sizedByAllocation", Math.max(demand.cpuUnmeasuredVms, demand.memoryUnmeasuredVms)),
    ...counted("storageFromOtherColumn", demand.storageFallbackVms),
    ...counted("vcpusUnknown", demand.vcpusUnknownVms),
    ...counted("memoryUnknown", demand.memoryUnknownVms),
    ...counted("storageUnknown", demand.storageUnknownVms),
  ];
}

function scopeAssumptions({ inventory, settings, readiness, excluded }: Given): Assumption[] {
  const leftOut = readiness.vms.filter(
    (vm) => !settings.sizedSuitabilities.includes(vm.suitability),
  );
  const poweredOff = settings.includePoweredOff
    ? 0
    : inventory.vms.filter((vm) => vm.setAside === null && vm.powerState === "poweredOff").length;
  return [
    ...counted("notSuitableLeftOut", leftOut.length),
    ...counted("excludedByUser", inventory.vms.filter((vm) => excluded.has(vm.key)).length),
    ...counted("setAsideByRule", inventory.vms.filter((vm) => vm.setAside !== null).length),
    ...counted("poweredOffLeftOut", poweredOff),
    ...counted("rulesNotEvaluated", readiness.rules.filter((rule) => !rule.evaluated).length),
  ];
}

function resultAssumptions({ settings, nodeOptions }: Given): Assumption[] {
  const heads = nodeOptions.flatMap((option) => option.cost.heads);
  const hostHeads = heads.filter((head) => head.nodeType !== null && head.monthly !== null);
  const elsewhere = hostHeads.find((head) => !head.regionMatches);
  return [
    ...stated("priceFromOtherRegion", elsewhere !== undefined, {
      region: elsewhere?.priceRegion ?? "",
    }),
    ...stated(
      "priceEstimated",
      hostHeads.some((head) => head.confidence === "estimate"),
    ),
    ...stated(
      "priceSecondHand",
      hostHeads.some((head) => head.confidence === "secondHand"),
    ),
    ...stated(
      "vcfNotPriced",
      heads.some((head) => head.reason === "vcfPriceMissing"),
    ),
    ...stated("networkNotPriced", nodeOptions.length > 0),
    ...stated("unitsConverted", settings.storageCapacityUnit === "binary"),
    ...stated("noSpareHosts", settings.spareHostsPerCluster === 0),
    ...stated(
      "esaMultipliersAssumed",
      nodeOptions.some((option) => NODE_TYPES[option.sizing.nodeType].vsanArchitecture === "ESA"),
    ),
    ...stated(
      "baseClusterForAv64",
      nodeOptions.some((option) => option.sizing.baseNodes > 0),
    ),
  ];
}
