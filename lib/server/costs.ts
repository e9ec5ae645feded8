import { costByTerm } from "@/lib/cost/cost-by-term";
import type { CostTable } from "@/lib/cost/cost-table-schema";
import type { PriceList } from "@/lib/cost/schema";
import { RefusedError } from "@/lib/errors/schema";
import { getAssessment } from "./assessments";
import { database } from "./database";
import { currentPriceList, priceListById } from "./prices";

/** The list that an assessment was computed with; the one in use where nothing could be priced. */
export async function listOfAssessment(
  projectId: string,
  options: readonly { cost: { priceListId: string } }[],
): Promise<PriceList> {
  const id = options[0]?.cost.priceListId;
  if (id === undefined) return currentPriceList(database(), projectId);
  const list = await priceListById(projectId, id);
  if (list === null) throw new RefusedError("notFound", "The price list is no longer there.");
  return list;
}

/** Every host type's bill under every term, with the prices that the assessment used. @throws RefusedError notFound */
export async function assessmentCosts(projectId: string, id: string): Promise<CostTable> {
  const assessment = await getAssessment(projectId, id);
  const list = await listOfAssessment(projectId, assessment.options);
  return {
    currency: assessment.settings.currency,
    priceListId: list.id,
    priceListDate: list.date,
    rows: assessment.options.map(({ sizing }) => ({
      nodeType: sizing.nodeType,
      recommended: assessment.recommended?.nodeType === sizing.nodeType,
      nodeNumber: sizing.nodeNumber,
      baseNodes: sizing.baseNodes,
      terms: costByTerm(sizing, assessment.demand.vmCount, assessment.settings, list),
    })),
  };
}
