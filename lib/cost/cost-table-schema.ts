import { z } from "zod";
import { nodeTypeSchema } from "@/lib/assessment/schema";
import { monthlyCostSchema } from "./schema";

/** The bill of every host type under every term, side by side. */
export const costTableSchema = z.object({
  currency: z.string(),
  priceListId: z.string(),
  priceListDate: z.string(),
  rows: z.array(
    z.object({
      nodeType: nodeTypeSchema,
      recommended: z.boolean(),
      nodeNumber: z.number(),
      baseNodes: z.number(),
      /** In the order of the terms: pay as you go, 1, 3 and 5 years. */
      terms: z.array(monthlyCostSchema),
    }),
  ),
});
export type CostTable = z.infer<typeof costTableSchema>;
export type CostTableRow = CostTable["rows"][number];
