"use client";

import { ActionIcon, Kbd, UnstyledButton } from "@mantine/core";
import { IconMenu2, IconPlaneArrival, IconSearch } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { LazyLink } from "@/components/ui/lazy-link";
import { AccountMenu } from "./account-menu";
import classes from "./header-bar.module.css";
import { HeaderSlotOutlet } from "./header-slot";
import { PreferenceMenu } from "./preference-menus";
import { ProjectSwitcher } from "./project-switcher";

interface HeaderBarProps {
  onOpenNavigation: () => void;
  onSearch: () => void;
}

/** The 40 px bar over every console page. */
export function HeaderBar({ onOpenNavigation, onSearch }: HeaderBarProps) {
  const t = useTranslations();
  return (
    <div className={`${classes.bar} lf-on-header`}>
      <ActionIcon
        className={`${classes.button} ${classes.narrow}`}
        onClick={onOpenNavigation}
        aria-label={t("shell.header.openNavigation")}
      >
        <IconMenu2 size={20} stroke={1.6} aria-hidden />
      </ActionIcon>
      <LazyLink href="/" className={classes.product} aria-label={t("shell.header.home")}>
        <IconPlaneArrival size={20} stroke={1.8} aria-hidden />
        <span className={classes.productName}>{t("common.product")}</span>
      </LazyLink>
      <ProjectSwitcher />
      <UnstyledButton
        className={classes.search}
        onClick={onSearch}
        aria-label={t("shell.header.search")}
      >
        <IconSearch size={16} stroke={1.8} aria-hidden />
        <span className={classes.searchText}>{t("shell.header.search")}</span>
        <Kbd className={classes.searchKeys} aria-hidden>
          Ctrl K
        </Kbd>
      </UnstyledButton>
      <div className={classes.spacer} />
      <HeaderSlotOutlet className={classes.slot} />
      <PreferenceMenu kind="language" className={`${classes.button} ${classes.wide}`} />
      <PreferenceMenu kind="theme" className={`${classes.button} ${classes.wide}`} />
      <PreferenceMenu kind="both" className={`${classes.button} ${classes.narrow}`} />
      <AccountMenu className={classes.account} />
    </div>
  );
}
