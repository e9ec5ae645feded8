"use client";

import { useTranslations } from "next-intl";
import { NoData } from "@/components/ui/no-data";
import type { CandidateVm } from "@/lib/client/group-queries";
import { MIGRATION_TYPES } from "@/lib/hcx/migration-types";
import classes from "./verdict-marks.module.css";

/** What readiness says of each migration type, in short: struck out where it is ruled out. */
export function VerdictMarks({ types }: { types: CandidateVm["types"] }) {
  const t = useTranslations("groups");
  if (types === null) return <NoData reason="notEvaluated" />;
  const words = MIGRATION_TYPES.map(
    (type) => `${t(`types.${type}`)}: ${t(`verdicts.${types[type]}`)}`,
  );
  return (
    <span
      className={classes.marks}
      role="img"
      aria-label={words.join(", ")}
      title={words.join("\n")}
    >
      {MIGRATION_TYPES.map((type) => (
        <span key={type} className={classes.mark} data-verdict={types[type]} aria-hidden>
          {t(`shortTypes.${type}`)}
        </span>
      ))}
    </span>
  );
}
