"use client";

import { useDisclosure, useHotkeys } from "@mantine/hooks";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { NotificationOutlet } from "@/components/ui/notification-outlet";
import { onDemand } from "@/components/ui/on-demand";
import { usePrintInLight } from "@/components/ui/use-print-in-light";
import { CallerProvider, type ShellCaller } from "./caller-context";
import classes from "./console-shell.module.css";
import { HeaderBar } from "./header-bar";
import { HeaderSlotProvider } from "./header-slot";
import { setPreferenceCookie } from "./preference-cookie";
import { SideNav } from "./side-nav";

const ConsoleSearch = onDemand(async () => (await import("./console-search")).ConsoleSearch);
const NavDrawer = onDemand(async () => (await import("./nav-drawer")).NavDrawer);

interface ConsoleShellProps {
  caller: ShellCaller;
  /** As it was left; read from a cookie, so that the first paint is right. */
  navCollapsed: boolean;
  children: ReactNode;
}

/** Header, navigation and the page, as the Azure portal lays them out. */
export function ConsoleShell({ caller, navCollapsed, children }: ConsoleShellProps) {
  const t = useTranslations("shell");
  const [searching, search] = useDisclosure(false);
  useHotkeys([
    ["mod+K", search.open],
    ["/", search.open],
  ]);
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
          <HeaderBar onOpenNavigation={drawer.open} onSearch={search.open} />
        </header>
        <div className={classes.frame}>
          <div className={`${classes.side} lf-no-print`} data-collapsed={collapsed || undefined}>
            <SideNav collapsed={collapsed} onToggle={toggle} />
          </div>
          <main id="main" tabIndex={-1} className={classes.main}>
            {children}
          </main>
        </div>
        <NavDrawer opened={drawerOpened} onClose={drawer.close} />
        <ConsoleSearch opened={searching} onClose={search.close} />
        <NotificationOutlet />
      </HeaderSlotProvider>
    </CallerProvider>
  );
}
