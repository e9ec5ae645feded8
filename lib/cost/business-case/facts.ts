import type { Assessment } from "@/lib/assessment/assessment-schema";
import { NODE_TYPES } from "@/lib/assessment/node-types";
import { costByTerm } from "../cost-by-term";
import type { PriceList } from "../schema";
import type { AvsChoice, BusinessCaseFacts } from "./schema";

/** The physical estate that the import describes, and what of it moves; null where it does not say. */
export interface EstateFigures {
  /** Allocated vCPUs of the VMs that are sized, and of every VM that counts. */
  movedVcpus: number | null;
  estateVcpus: number | null;
  hostCount: number | null;
  physicalCores: number | null;
  memoryGib: number | null;
}

type AssessedParts = Pick<Assessment, "settings" | "demand" | "options" | "recommended">;

/**
 * What the business case is computed from. Hosts, cores and memory on premises count by the share of
 * the estate's vCPUs that moves: what stays goes on costing what it costs, on either path.
 */
export function factsOf(
  assessment: AssessedParts,
  estate: EstateFigures,
  prices: PriceList,
): BusinessCaseFacts {
  const { settings, demand } = assessment;
  const movedRatio = ratioOf(estate.movedVcpus, estate.estateVcpus);
  const moved = (figure: number | null) =>
    figure === null || movedRatio === null ? null : figure * movedRatio;
  return {
    currency: settings.currency,
    currencyPerUsd: settings.currency === "USD" ? 1 : settings.exchangeRatePerUsd,
    savingsOption: settings.savingsSettings.savingsOptions,
    vcfByol: settings.isVcfByolEnabled,
    vcfPerCoreMonth: settings.vcfPricePerCoreMonth,
    minimumHosts: settings.minimumHostsPerCluster,
    estate: {
      vmCount: demand.vmCount,
      hostCount: moved(estate.hostCount),
      physicalCores: moved(estate.physicalCores),
      memoryGib: moved(estate.memoryGib),
      storageGib: demand.storageUnknownVms === demand.vmCount ? null : demand.storageGib,
      movedRatio,
    },
    choices: assessment.options.map((option) => choiceFor(option, assessment, prices)),
  };
}

function ratioOf(part: number | null, whole: number | null): number | null {
  return part === null || whole === null || whole === 0 ? null : Math.min(1, part / whole);
}

function choiceFor(
  { sizing }: AssessedParts["options"][number],
  assessment: AssessedParts,
  prices: PriceList,
): AvsChoice {
  const base = sizing.clusters.find((cluster) => cluster.role === "base");
  return {
    nodeType: sizing.nodeType,
    recommended: assessment.recommended?.nodeType === sizing.nodeType,
    nodeNumber: sizing.nodeNumber,
    coresPerNode: NODE_TYPES[sizing.nodeType].physicalCores,
    baseNodes: sizing.baseNodes,
    coresPerBaseNode: base ? NODE_TYPES[base.nodeType].physicalCores : 0,
    terms: costByTerm(sizing, assessment.demand.vmCount, assessment.settings, prices).map(
      ({ savingsOption, heads }) => {
        const nodes = heads.find(({ head }) => head === "nodes");
        const baseNodes = heads.find(({ head }) => head === "baseNodes");
        return {
          savingsOption,
          perHostMonth: nodes?.unitPrice ?? null,
          perBaseHostMonth: baseNodes?.unitPrice ?? null,
          reason: nodes?.reason ?? baseNodes?.reason ?? null,
          confidence: nodes?.confidence ?? null,
          source: nodes?.priceSource ?? null,
          date: nodes?.priceDate ?? null,
          region: nodes?.priceRegion ?? null,
          regionMatches: nodes?.regionMatches ?? false,
        };
      },
    ),
  };
}
