"use client";

import { Alert, List } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { BlockedCount } from "@/lib/forecast/schema";
import { useBlockedReason } from "./use-blocked-reason";

/** Names what completes in no run, and why: the chances beside it are those of the others. */
export function BlockedAlert({ blocked }: { blocked: readonly BlockedCount[] }) {
  const t = useTranslations("forecast.blocked");
  const reason = useBlockedReason();
  if (blocked.length === 0) return null;
  const total = blocked.reduce((sum, { count }) => sum + count, 0);
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t("title", { count: total })}
    >
      {t("sentence")}
      <List size="sm" mt={4}>
        {blocked.map((one) => {
          const { groupId, outcome, code, count, names } = one;
          const more = count - names.length;
          const shown = more > 0 ? [...names, t("more", { count: more })] : names;
          return (
            <List.Item key={`${groupId} ${outcome} ${code}`}>
              {t("line", { reason: reason(one), names: shown.join(", ") })}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}
