"use client";

import { useCallback } from "react";
import { exampleOf } from "@/lib/world/example-setup";
import type { CommandKind } from "@/lib/world/schema";
import { carriedOver } from "./carried-over";
import type { FormContext, FormValues } from "./field-spec";

/** What a step's form begins with. */
export function usePrefilled(context: FormContext): (kind: CommandKind) => FormValues {
  return useCallback(
    (kind) => ({ ...exampleOf(kind, context), ...carriedOver(kind, context) }),
    [context],
  );
}
