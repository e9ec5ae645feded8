"use client";

import { Drawer } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { usePrintInLight } from "@/components/ui/use-print-in-light";
import { CallerProvider, type ShellCaller } from "./caller-context";
import { ConsoleSearch } from "./console-search";
import classes from "./console-shell.module.css";
import { HeaderBar } from "./header-bar";
import { HeaderSlotProvider } from "./header-slot";
import { setPreferenceCookie } from "./preference-cookie";
import { SideNav } from "./side-nav";

interface ConsoleShellProps {
  caller: ShellCaller;
  /** As it was left; read from a cookie, so that the first paint is right. */
  navCollapsed: boolean;
  children: ReactNode;
}

/** Header, navigation and the page, as the Azure portal lays them out. */
export function ConsoleShell({ caller, navCollapsed, children }: ConsoleShellProps) {
  const t = useTranslations("shell");
  usePrintInLight();
  const [collapsed, setCollapsed] = useState(navCollapsed);
  const [drawerOpened, drawer] = useDisclosure(false);
  const toggle = () => {
    setPreferenceCookie("nav", collapsed ? "open" : "collapsed");
    setCollapsed(!collapsed);
  };
  return (
    <CallerProvider caller={caller}>
      <HeaderSlotProvider>
        <a href="#main" className="lf-skip-link">
          {t("skipToContent")}
        </a>
        <header className={`${classes.header} lf-no-print`}>
          <HeaderBar onOpenNavigation={drawer.open} />
        </header>
        <div className={classes.frame}>
          <div className={`${classes.side} lf-no-print`} data-collapsed={collapsed || undefined}>
            <SideNav collapsed={collapsed} onToggle={toggle} />
          </div>
          <main id="main" tabIndex={-1} className={classes.main}>
            {children}
          </main>
        </div>
        <Drawer
          opened={drawerOpened}
          onClose={drawer.close}
          size={280}
          title={t("nav.label")}
          closeButtonProps={{ "aria-label": t("nav.collapse") }}
          styles={{ body: { padding: 0 } }}
        >
          <SideNav collapsed={false} onNavigate={drawer.close} />
        </Drawer>
        <ConsoleSearch />
      </HeaderSlotProvider>
    </CallerProvider>
  );
}
