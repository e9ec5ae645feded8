"use client";

import { findRule } from "@/lib/assessment/readiness-rules";

/** The document behind a check; on its own because the catalogue is large. */
export function RuleSource({ ruleId }: { ruleId: string }) {
  return <>{findRule(ruleId)?.source ?? null}</>;
}
