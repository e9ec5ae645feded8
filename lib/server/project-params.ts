import { z } from "zod";

/** Identifiers are UUIDs; 64 characters bound what a path may carry into a query. */
export const identifier = z.string().min(1).max(64);
export const projectParams = z.object({ projectId: identifier });
