import type { AbstractIntlMessages } from "next-intl";

/** The languages of the product. The first is the fallback. */
export const locales = ["en", "ko"] as const;
export type Locale = (typeof locales)[number];

/**
 * One file a namespace and language: `messages/<locale>/<namespace>.json`.
 * Add a namespace by adding its name here; the test beside this file fails when the list and the
 * folders differ.
 */
export const namespaces = [
  "account",
  "acknowledgement",
  "assessment",
  "assessment-pages",
  "board",
  "business-case",
  "changes",
  "common",
  "comparison",
  "cost",
  "dependencies",
  "discovery",
  "errors",
  "export",
  "failures",
  "forecast",
  "groups",
  "imports",
  "inventory",
  "members",
  "performance",
  "phases",
  "prices",
  "project",
  "readiness",
  "report",
  "setup-pages",
  "shell",
  "table",
  "utilisation",
  "world",
] as const;

/** What the pages need that come before the console, and what stands in the frame of all. */
export const frameNamespaces = ["account", "common", "errors", "shell"] as const;

/** Loads every namespace of a language, each under its own name. */
export async function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const entries = await Promise.all(
    namespaces.map(async (namespace) => {
      const file: { default: AbstractIntlMessages } = await import(`./${locale}/${namespace}.json`);
      return [namespace, file.default] as const;
    }),
  );
  return Object.fromEntries(entries);
}

/**
 * The language to answer in: the cookie when it names one of ours, else the first language of
 * `Accept-Language` that we have, by weight (RFC 9110, 12.5.4), else the fallback.
 */
export function negotiateLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const chosen = locales.find((locale) => locale === cookie);
  if (chosen) return chosen;
  const ranges = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const weight = parameters.map((text) => /^\s*q=([\d.]+)\s*$/.exec(text)?.[1]).find(Boolean);
      return { language: tag.toLowerCase().split("-")[0], weight: weight ? Number(weight) : 1 };
    })
    .filter((range) => range.weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const range of ranges) {
    const match = locales.find((locale) => locale === range.language);
    if (match) return match;
  }
  return locales[0];
}
