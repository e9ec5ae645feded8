"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Command } from "@/components/ui/command-bar";
import { type Crumb, PageHeader } from "@/components/ui/page-header";
import { projectQuery } from "@/lib/client/project-queries";
import { type SectionId, sectionHref } from "./sections";

interface ProjectPageProps {
  section: SectionId;
  /** The section's own name unless told, for instance the name of one assessment. */
  title?: string;
  description?: ReactNode;
  status?: ReactNode;
  commands?: readonly Command[];
  children: ReactNode;
}

/**
 * A page of the open project: breadcrumbs, title and commands over the content. Reads the project
 * from the address. With a `title` of its own, the section becomes the last breadcrumb.
 */
export function ProjectPage({ section, title, children, ...header }: ProjectPageProps) {
  const t = useTranslations("shell.nav");
  const { projectId } = useParams<{ projectId: string }>();
  const { data: project } = useQuery(projectQuery(projectId));
  const crumbs: Crumb[] = [{ label: t("projects"), href: "/" }];
  if (section !== "overview" && project) {
    crumbs.push({ label: project.name, href: sectionHref(projectId, "overview") });
  }
  if (title && section !== "overview") {
    crumbs.push({ label: t(section), href: sectionHref(projectId, section) });
  }
  return (
    <>
      <PageHeader title={title ?? t(section)} crumbs={crumbs} {...header} />
      {children}
    </>
  );
}
