"use client";

import { Anchor, List, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { GroupBlocker } from "@/lib/dependency/move-group-schema";
import { useOpenBlade } from "./use-open-blade";

/** The members that cannot move, each with who would have to reach across to it. */
export function BlockerList({ blockers }: { blockers: readonly GroupBlocker[] }) {
  const t = useTranslations("dependencies.blockers");
  const { openServer } = useOpenBlade();
  if (blockers.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {t("none")}
      </Text>
    );
  }
  return (
    <List fz="sm" spacing={6}>
      {blockers.map((blocker) => (
        <List.Item key={blocker.vmKey}>
          <Anchor
            component="button"
            type="button"
            fz="sm"
            fw={600}
            onClick={() => openServer(`vm:${blocker.vmKey}`)}
          >
            {blocker.name}
          </Anchor>
          {": "}
          {t(`reasons.${blocker.reason}`)}{" "}
          {blocker.insidePeers === 0
            ? t("nobody")
            : t("hurts", { count: blocker.insidePeers, ports: blocker.ports.join(", ") || "?" })}
          {blocker.outsidePeers > 0 ? ` ${t("alsoOutside", { count: blocker.outsidePeers })}` : ""}
        </List.Item>
      ))}
    </List>
  );
}
