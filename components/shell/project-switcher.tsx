"use client";

import { Menu, UnstyledButton } from "@mantine/core";
import { IconCheck, IconChevronDown, IconFolders } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import { projectsQuery } from "@/lib/client/project-queries";
import classes from "./header-bar.module.css";
import { sectionHref } from "./sections";

/** The menu shows the projects changed last; the list page has them all. */
const shownProjects = 12;

/** Names the open project and leads to the others. */
export function ProjectSwitcher() {
  const t = useTranslations("shell.header");
  const { projectId } = useParams<{ projectId?: string }>();
  const { data: projects = [], isPending } = useQuery(projectsQuery());
  const current = projects.find((project) => project.id === projectId);
  return (
    <Menu position="bottom-start" width={300}>
      <Menu.Target>
        <UnstyledButton className={classes.switcher} aria-label={t("switchProject")}>
          <span className={classes.switcherName}>
            {current?.name ?? (projectId && isPending ? "\u2026" : t("noProject"))}
          </span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {projects.slice(0, shownProjects).map((project) => (
          <Menu.Item
            key={project.id}
            component={Link}
            href={sectionHref(project.id, "overview")}
            rightSection={
              project.id === projectId ? <IconCheck size={14} aria-hidden /> : undefined
            }
          >
            {project.name}
          </Menu.Item>
        ))}
        {projects.length > 0 ? <Menu.Divider /> : null}
        <Menu.Item component={Link} href="/" leftSection={<IconFolders size={16} aria-hidden />}>
          {t("allProjects")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
