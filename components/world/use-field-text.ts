"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { CommandKind } from "@/lib/world/schema";

export interface FieldText {
  label: string;
  help: string | null;
}

export interface FieldTexts {
  field: (path: string) => FieldText;
  /** The name of a choice that the messages name; the value itself where they don't. */
  option: (path: string, value: string) => string;
}

/** Message keys have no dots of their own. */
export function messageKey(name: string): string {
  return name.replaceAll(".", "-");
}

/** The words of a command's fields. */
export function useFieldText(kind: CommandKind): FieldTexts {
  const t = useTranslations("setup-pages");
  const field = useCallback(
    (path: string) => {
      const name = messageKey(path);
      const own = `fields.${messageKey(kind)}.${name}`;
      const place = t.has(`${own}.label`) ? own : `fields.shared.${name}`;
      return {
        label: t.has(`${place}.label`) ? t(`${place}.label`) : path,
        help: t.has(`${place}.help`) ? t(`${place}.help`) : null,
      };
    },
    [t, kind],
  );
  const option = useCallback(
    (path: string, value: string) => {
      const key = `options.${messageKey(path)}.${value}`;
      return t.has(key) ? t(key) : value;
    },
    [t],
  );
  return { field, option };
}
