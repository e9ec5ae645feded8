"use client";

import { ActionIcon, Anchor, Group, Menu, Paper, Text, Title } from "@mantine/core";
import {
  IconChartBar,
  IconDatabaseImport,
  IconDots,
  IconServer2,
  IconSettings,
  IconTrash,
} from "@tabler/icons-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useCan } from "@/components/shell/caller-context";
import { sectionHref } from "@/components/shell/sections";
import { StateBadge } from "@/components/ui/state-badge";
import type { Project } from "@/lib/project/schema";
import classes from "./project-card.module.css";

function ProjectMenu({ project, onDelete }: { project: Project; onDelete: () => void }) {
  const t = useTranslations();
  const deletes = useCan("Owner");
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon
          className={classes.menu}
          aria-label={t("project.list.actionsOf", { name: project.name })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          component={Link}
          href={sectionHref(project.id, "imports")}
          leftSection={<IconDatabaseImport size={16} aria-hidden />}
        >
          {t("shell.nav.imports")}
        </Menu.Item>
        <Menu.Item
          component={Link}
          href={sectionHref(project.id, "settings")}
          leftSection={<IconSettings size={16} aria-hidden />}
        >
          {t("shell.nav.settings")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item
          color="var(--mantine-color-error)"
          disabled={!deletes}
          onClick={onDelete}
          leftSection={<IconTrash size={16} aria-hidden />}
        >
          {t("project.settings.delete")}
        </Menu.Item>
        {deletes ? null : <Menu.Label>{t("project.list.needsOwner")}</Menu.Label>}
      </Menu.Dropdown>
    </Menu>
  );
}

/** One project in the list: its name, its size and when it changed. */
export function ProjectCard({ project, onDelete }: { project: Project; onDelete: () => void }) {
  const t = useTranslations("project.list");
  const format = useFormatter();
  return (
    <Paper component="li" withBorder className={classes.card}>
      <Group justify="space-between" wrap="nowrap" align="flex-start" gap="xs">
        <Title order={2} size="h3" className={classes.name}>
          <Anchor
            component={Link}
            href={sectionHref(project.id, "overview")}
            className={classes.link}
            inherit
          >
            {project.name}
          </Anchor>
        </Title>
        {project.isDemo ? <StateBadge tone="info">{t("demo")}</StateBadge> : null}
        <ProjectMenu project={project} onDelete={onDelete} />
      </Group>
      <Text fz="sm" c="dimmed" lineClamp={2} className={classes.description}>
        {project.description}
      </Text>
      <ul className={classes.facts}>
        <li>
          <IconServer2 size={15} aria-hidden />
          {t("vms", { count: project.vmCount })}
        </li>
        <li>
          <IconChartBar size={15} aria-hidden />
          {t("assessments", { count: project.assessmentCount })}
        </li>
      </ul>
      <Text fz="xs" c="dimmed">
        {t("changed", {
          when: format.dateTime(new Date(project.updatedAt), {
            dateStyle: "medium",
            timeStyle: "short",
            // Browsers and Node name the halves of a day differently in Korean; 24 hours need no name.
            hourCycle: "h23",
            timeZone: project.timeZone,
          }),
        })}
      </Text>
    </Paper>
  );
}
