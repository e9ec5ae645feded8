"use client";

import { Spotlight, type SpotlightActionGroupData, spotlight } from "@mantine/spotlight";
import { IconFolder, IconFolders, IconSearch, IconUsers } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams, useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { projectsQuery } from "@/lib/client/project-queries";
import { projectSections, sectionHref } from "./sections";

interface ConsoleSearchProps {
  opened: boolean;
  onClose: () => void;
}

/** Every page of the open project, and every project. */
export function ConsoleSearch({ opened, onClose }: ConsoleSearchProps) {
  const t = useTranslations("shell");
  const router = useRouter();
  const { projectId } = useParams<{ projectId?: string }>();
  const { data: projects = [] } = useQuery(projectsQuery());
  // Spotlight keeps whether it is open in a store of its own.
  useEffect(() => (opened ? spotlight.open() : spotlight.close()), [opened]);
  const sections = projectId
    ? projectSections.map((section) => ({
        id: `section-${section.id}`,
        label: t(`nav.${section.id}`),
        description: section.group ? t(`nav.${section.group}`) : undefined,
        leftSection: <section.Icon size={18} stroke={1.6} aria-hidden />,
        onClick: () => router.push(sectionHref(projectId, section.id)),
      }))
    : [];
  const actions: SpotlightActionGroupData[] = [
    {
      group: t("search.pages"),
      actions: [
        ...sections,
        {
          id: "projects",
          label: t("nav.projects"),
          leftSection: <IconFolders size={18} stroke={1.6} aria-hidden />,
          onClick: () => router.push("/"),
        },
        {
          id: "members",
          label: t("nav.members"),
          leftSection: <IconUsers size={18} stroke={1.6} aria-hidden />,
          onClick: () => router.push("/members"),
        },
      ],
    },
    {
      group: t("search.projects"),
      actions: projects.map((project) => ({
        id: `project-${project.id}`,
        label: project.name,
        description: project.description || undefined,
        leftSection: <IconFolder size={18} stroke={1.6} aria-hidden />,
        onClick: () => router.push(sectionHref(project.id, "overview")),
      })),
    },
  ];
  return (
    <Spotlight
      actions={actions}
      shortcut={null}
      onSpotlightClose={onClose}
      nothingFound={t("search.nothing")}
      highlightQuery
      scrollable
      centered={false}
      attributes={{ content: { "aria-label": t("search.placeholder") } }}
      styles={{ actionDescription: { opacity: 1, color: "inherit" } }}
      maxHeight={420}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} aria-hidden />,
        placeholder: t("search.placeholder"),
        "aria-label": t("search.placeholder"),
      }}
    />
  );
}
