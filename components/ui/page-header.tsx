import { Anchor, Breadcrumbs, Text, Title } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { type Command, CommandBar } from "./command-bar";
import { LazyLink } from "./lazy-link";
import classes from "./page-header.module.css";

export interface Crumb {
  label: string;
  /** Left out for a crumb that is no page. */
  href?: string;
}

interface PageHeaderProps {
  title: string;
  /** The way to this page, without the page itself. */
  crumbs?: readonly Crumb[];
  description?: ReactNode;
  /** A state badge or a date beside the title. */
  status?: ReactNode;
  commands?: readonly Command[];
}

/** Breadcrumbs, the page's one h1, and its commands. */
export function PageHeader(props: PageHeaderProps) {
  const { title, crumbs = [], description, status, commands = [] } = props;
  const t = useTranslations("shell");
  return (
    <header className={classes.header}>
      {crumbs.length > 0 ? (
        <nav aria-label={t("breadcrumbs")} className="lf-no-print">
          <Breadcrumbs separator="›" classNames={{ root: classes.crumbs, separator: classes.mark }}>
            {crumbs.map((crumb) =>
              crumb.href ? (
                <Anchor key={crumb.label} component={LazyLink} href={crumb.href} fz="xs">
                  {crumb.label}
                </Anchor>
              ) : (
                <Text key={crumb.label} fz="xs" c="dimmed">
                  {crumb.label}
                </Text>
              ),
            )}
          </Breadcrumbs>
        </nav>
      ) : null}
      <div className={classes.titleRow}>
        <Title order={1}>{title}</Title>
        {status}
      </div>
      {description ? (
        <Text component="div" fz="sm" c="dimmed" maw={860}>
          {description}
        </Text>
      ) : null}
      {commands.length > 0 ? (
        <div className={`${classes.commands} lf-no-print`}>
          <CommandBar commands={commands} />
        </div>
      ) : null}
    </header>
  );
}
