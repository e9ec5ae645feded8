import { z } from "zod";
import { exportListSchema } from "@/lib/export/schema";

/** Identifiers are UUIDs; 64 characters bound what a path may carry into a query. */
const identifier = z.string().min(1).max(64);

export const projectParams = z.object({ projectId: identifier });
export const importParams = projectParams.extend({ importId: identifier });
export const importFileParams = importParams.extend({
  index: z.coerce.number().int().min(0).max(39),
});
export const exportParams = projectParams.extend({ list: exportListSchema });
/** Keys of VMs are made of vCenter identifiers and names, so they can be longer than a UUID. */
export const vmParams = projectParams.extend({ vmKey: z.string().min(1).max(300) });
export const assessmentParams = projectParams.extend({ assessmentId: identifier });
export const assessedVmParams = assessmentParams.extend({ vmKey: z.string().min(1).max(300) });
export const groupParams = projectParams.extend({ groupId: identifier });
/** A migration is named by its group and VM. */
export const migrationParams = projectParams.extend({ migrationId: z.string().min(1).max(400) });
/** `vm:` and a VM's key, or a server's name as an export wrote it. */
export const endpointParams = projectParams.extend({ endpointId: z.string().min(1).max(400) });
