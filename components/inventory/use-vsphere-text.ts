"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";

/** Values of vSphere's API (`toolsNotInstalled`, `orphaned`) in words; what is not known stays as exported. */
export function useVsphereText(): (value: string) => string {
  const t = useTranslations("inventory.vsphere");
  return useCallback((value) => (/^\w+$/.test(value) && t.has(value) ? t(value) : value), [t]);
}
