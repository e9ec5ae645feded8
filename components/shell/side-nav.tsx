"use client";

import { ActionIcon, Tooltip } from "@mantine/core";
import {
  IconFolders,
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconUsers,
} from "@tabler/icons-react";
import { useParams, usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LazyLink } from "@/components/ui/lazy-link";
import { projectSections, sectionGroups, sectionHref } from "./sections";
import classes from "./side-nav.module.css";

interface NavItemProps {
  href: string;
  label: string;
  icon: ReactNode;
  active: boolean;
  collapsed: boolean;
  onNavigate: (() => void) | undefined;
}

function NavItem({ href, label, icon, active, collapsed, onNavigate }: NavItemProps) {
  const link = (
    <LazyLink
      href={href}
      className={classes.item}
      aria-current={active ? "page" : undefined}
      aria-label={collapsed ? label : undefined}
      onClick={onNavigate}
    >
      {icon}
      {collapsed ? null : <span className={classes.label}>{label}</span>}
    </LazyLink>
  );
  return (
    <li>
      {collapsed ? (
        <Tooltip label={label} position="right" events={{ hover: true, focus: true, touch: false }}>
          {link}
        </Tooltip>
      ) : (
        link
      )}
    </li>
  );
}

interface SideNavProps {
  collapsed: boolean;
  /** Left out in the drawer, which has its own way to close. */
  onToggle?: () => void;
  /** Called when a link is followed, so that the drawer can close. */
  onNavigate?: () => void;
}

/** The way of a migration on the left: Decide, Plan, Execute. */
export function SideNav({ collapsed, onToggle, onNavigate }: SideNavProps) {
  const t = useTranslations("shell.nav");
  const pathname = usePathname();
  const { projectId } = useParams<{ projectId?: string }>();
  const common = { collapsed, onNavigate };
  const sectionItems = (group: string | null, id?: string) =>
    projectSections
      .filter((section) => section.group === group && (id === undefined || section.id === id))
      .map((section) => {
        const href = sectionHref(projectId ?? "", section.id);
        return (
          <NavItem
            key={section.id}
            {...common}
            href={href}
            label={t(section.id)}
            icon={<section.Icon size={18} stroke={1.6} aria-hidden />}
            active={section.path === "" ? pathname === href : pathname.startsWith(href)}
          />
        );
      });
  const toggleLabel = collapsed ? t("expand") : t("collapse");
  return (
    <nav aria-label={t("label")} className={classes.nav} data-collapsed={collapsed || undefined}>
      {onToggle ? (
        <ActionIcon
          onClick={onToggle}
          aria-label={toggleLabel}
          aria-expanded={!collapsed}
          className={classes.toggle}
        >
          {collapsed ? (
            <IconLayoutSidebarLeftExpand size={18} stroke={1.6} aria-hidden />
          ) : (
            <IconLayoutSidebarLeftCollapse size={18} stroke={1.6} aria-hidden />
          )}
        </ActionIcon>
      ) : null}
      <ul className={classes.list}>
        <NavItem
          {...common}
          href="/"
          label={t("projects")}
          icon={<IconFolders size={18} stroke={1.6} aria-hidden />}
          active={pathname === "/"}
        />
        <NavItem
          {...common}
          href="/members"
          label={t("members")}
          icon={<IconUsers size={18} stroke={1.6} aria-hidden />}
          active={pathname.startsWith("/members")}
        />
      </ul>
      {projectId ? (
        <>
          <ul className={classes.list}>{sectionItems(null, "overview")}</ul>
          {sectionGroups.map((group) => (
            <div key={group}>
              <h2 className={classes.group} id={`nav-${group}`}>
                <span className={collapsed ? classes.groupHidden : undefined}>{t(group)}</span>
              </h2>
              <ul className={classes.list} aria-labelledby={`nav-${group}`}>
                {sectionItems(group)}
              </ul>
            </div>
          ))}
          <ul className={classes.list}>{sectionItems(null, "settings")}</ul>
        </>
      ) : null}
    </nav>
  );
}
