import { notFound } from "next/navigation";
import { OverviewView } from "@/components/project/overview-view";
import { Hydrated } from "@/components/shell/hydrated";
import { projectQuery } from "@/lib/client/project-queries";
import { findProject } from "@/lib/server/projects";
import { requireSession } from "@/lib/server/session";

interface OverviewPageProps {
  params: Promise<{ projectId: string }>;
}

export default async function OverviewPage({ params }: OverviewPageProps) {
  await requireSession();
  const { projectId } = await params;
  const project = await findProject(projectId);
  if (!project) notFound();
  return (
    <Hydrated data={[[projectQuery(projectId).queryKey, project]]}>
      <OverviewView projectId={projectId} />
    </Hydrated>
  );
}
