"use client";

import { Drawer, type DrawerProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./blade.module.css";

interface BladePanelProps {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  size: DrawerProps["size"];
  children: ReactNode;
  /** Buttons that stay at the lower edge. */
  footer: ReactNode;
}

/** The panel that a blade slides in. */
export function BladePanel({ children, footer, ...drawer }: BladePanelProps) {
  const t = useTranslations("shell.blade");
  return (
    <Drawer
      {...drawer}
      position="right"
      closeButtonProps={{ "aria-label": t("close") }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      // The head of a panel is no banner of the page.
      attributes={{ header: { role: "presentation" } }}
      classNames={{ content: classes.content, header: classes.header, body: classes.body }}
    >
      <div className={classes.main}>{children}</div>
      {footer ? <div className={classes.footer}>{footer}</div> : null}
    </Drawer>
  );
}
