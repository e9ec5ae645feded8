import type { ImportErrorCode, ImportProgress } from "@/lib/discovery/schema";

/** What the server asks of a worker thread, and what comes back. */

export interface ImportJob {
  kind: "import";
  importId: string;
  files: { name: string; path: string }[];
  nowIso: string;
  /** The key of made-up names, one a project, so that a newer export gets the same; null for real names. */
  anonymiseKey: string | null;
}

export interface AssessmentJob {
  kind: "assessment";
  assessmentId: string;
  projectId: string;
  name: string;
  createdByName: string;
  settingsJson: string;
  nowIso: string;
}

export type Job = ImportJob | AssessmentJob;

export type JobMessage =
  | { type: "progress"; progress: ImportProgress }
  | { type: "done" }
  | { type: "rejected"; code: ImportErrorCode; detail: Record<string, string | number> };
