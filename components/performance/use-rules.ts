"use client";

import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { type RulesQuery, rulesOfAddress } from "@/lib/performance/rules-schema";

/** The thresholds that the address names. */
export function useRules(): RulesQuery {
  const parameters = useSearchParams();
  return useMemo(() => rulesOfAddress((name) => parameters.get(name)), [parameters]);
}
