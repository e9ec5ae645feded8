"use client";

import { useMemo } from "react";
import { useSearchParam } from "@/components/ui/use-search-param";
import { hiddenPortsSchema } from "@/lib/dependency/api-schema";
import { DEFAULT_NOISE_PORTS } from "@/lib/dependency/ports";

export interface HiddenPorts {
  /** As the API takes it; undefined stands for the noise list. */
  text: string | undefined;
  ports: ReadonlySet<number>;
  isDefault: boolean;
  set: (ports: ReadonlySet<number>) => void;
}

const defaultText = [...DEFAULT_NOISE_PORTS].sort((a, b) => a - b).join(",");

/** The ports that do not count on this page, kept in the address: `hidden=22,53` or `hidden=none`. */
export function useHiddenPorts(): HiddenPorts {
  const [value, setValue] = useSearchParam("hidden");
  return useMemo(() => {
    const parsed = hiddenPortsSchema.safeParse(value ?? undefined);
    const text = parsed.success ? (value ?? undefined) : undefined;
    return {
      text,
      ports: new Set(parsed.success ? parsed.data : DEFAULT_NOISE_PORTS),
      isDefault: text === undefined,
      set: (ports) => {
        const next = [...ports].sort((a, b) => a - b).join(",");
        setValue(next === defaultText ? null : next || "none");
      },
    };
  }, [value, setValue]);
}
