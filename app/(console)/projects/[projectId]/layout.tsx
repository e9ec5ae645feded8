import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ClockChip } from "@/components/clock/clock-chip";
import { RunningImports } from "@/components/imports/running-imports";
import { Hydrated } from "@/components/shell/hydrated";
import { importsQuery } from "@/lib/client/imports-queries";
import { projectQuery } from "@/lib/client/project-queries";
import { worldQuery } from "@/lib/client/world-queries";
import { listImports } from "@/lib/server/imports";
import { findProject } from "@/lib/server/projects";
import { requireSession } from "@/lib/server/session";
import { readWorldView } from "@/lib/server/world-views";

interface ProjectLayoutProps {
  params: Promise<{ projectId: string }>;
  children: ReactNode;
}

/** Every page of a project finds it loaded, and a project that is not there is "not found". */
export default async function ProjectLayout({ params, children }: ProjectLayoutProps) {
  await requireSession();
  const { projectId } = await params;
  const project = await findProject(projectId);
  if (!project) notFound();
  const [world, imports] = await Promise.all([
    readWorldView(projectId, undefined),
    listImports(projectId),
  ]);
  const data = [
    [projectQuery(projectId).queryKey, project],
    [worldQuery(projectId).queryKey, world],
    [importsQuery(projectId).queryKey, imports],
  ] as const;
  return (
    <Hydrated data={data}>
      <ClockChip projectId={projectId} />
      <RunningImports projectId={projectId} />
      {children}
    </Hydrated>
  );
}
