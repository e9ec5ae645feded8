"use client";

import { useCallback } from "react";
import type { CommandKind } from "@/lib/world/schema";
import { carriedOver } from "./carried-over";
import type { FormContext, FormValues } from "./field-spec";

/** What a step's form begins with. */
export function usePrefilled(context: FormContext): (kind: CommandKind) => FormValues {
  return useCallback((kind) => carriedOver(kind, context), [context]);
}
