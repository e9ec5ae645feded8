"use client";

import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCheck, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";

interface Notice {
  kind: "success" | "error" | "info";
  title?: string;
  message: ReactNode;
  /** A way back, offered for as long as the notice stands. */
  undo?: { label: string; onUndo: () => void };
}

const looks = {
  success: { color: "green.8", icon: <IconCheck size={16} aria-hidden /> },
  error: { color: "red.8", icon: <IconAlertTriangle size={16} aria-hidden /> },
  info: { color: "azure", icon: <IconInfoCircle size={16} aria-hidden /> },
};

/** An error stays until it is closed; everything else leaves after some seconds. */
function lifetime(notice: Notice): number | false {
  if (notice.kind === "error") return false;
  return notice.undo ? 12_000 : 5_000;
}

/** Says that something happened, with an optional way back. */
export function notify(notice: Notice): void {
  const { undo } = notice;
  const id = notifications.show({
    ...looks[notice.kind],
    title: notice.title,
    autoClose: lifetime(notice),
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text fz="sm" component="div">
          {notice.message}
        </Text>
        {undo ? (
          <Button
            variant="subtle"
            onClick={() => {
              notifications.hide(id);
              undo.onUndo();
            }}
          >
            {undo.label}
          </Button>
        ) : null}
      </Group>
    ),
  });
}
