"use client";

import { useCallback, useMemo, useState } from "react";
import { problemsOf } from "@/components/ui/schema-problems";
import type { FieldKey } from "@/lib/cost/business-case/fields";
import { type BusinessCaseInputs, businessCaseInputsSchema } from "@/lib/cost/business-case/schema";

export interface CaseDraft {
  inputs: BusinessCaseInputs;
  /** Differs from what is stored. */
  dirty: boolean;
  /** Paths of what the server would refuse, with the reason. */
  problems: ReadonlyMap<string, string>;
  change: (part: Partial<BusinessCaseInputs>) => void;
  /** Null goes back to the default or derived value. */
  enter: (key: FieldKey, value: number | null) => void;
  discard: () => void;
}

/** Inputs being worked on: results follow every change, the server is told on saving. */
export function useCaseDraft(stored: BusinessCaseInputs): CaseDraft {
  const [draft, setDraft] = useState<BusinessCaseInputs | null>(null);
  const inputs = draft ?? stored;
  const dirty = useMemo(
    () => draft !== null && JSON.stringify(draft) !== JSON.stringify(stored),
    [draft, stored],
  );
  const problems = useMemo(
    () =>
      new Map(
        problemsOf(businessCaseInputsSchema, inputs).map(({ path, code }) => [path, code] as const),
      ),
    [inputs],
  );
  const change = useCallback(
    (part: Partial<BusinessCaseInputs>) => setDraft((old) => ({ ...(old ?? stored), ...part })),
    [stored],
  );
  const enter = useCallback(
    (key: FieldKey, value: number | null) =>
      setDraft((old) => {
        const before = old ?? stored;
        const { [key]: _gone, ...entered } = before.entered;
        return { ...before, entered: value === null ? entered : { ...entered, [key]: value } };
      }),
    [stored],
  );
  return { inputs, dirty, problems, change, enter, discard: () => setDraft(null) };
}
