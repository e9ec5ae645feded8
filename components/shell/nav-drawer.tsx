"use client";

import { Drawer } from "@mantine/core";
import { useTranslations } from "next-intl";
import { SideNav } from "./side-nav";

/** The navigation of narrow screens, which closes when a link is followed. */
export function NavDrawer({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const t = useTranslations("shell.nav");
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      size={280}
      title={t("label")}
      closeButtonProps={{ "aria-label": t("collapse") }}
      styles={{ body: { padding: 0 } }}
    >
      <SideNav collapsed={false} onNavigate={onClose} />
    </Drawer>
  );
}
