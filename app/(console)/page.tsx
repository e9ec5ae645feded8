import { ProjectsView } from "@/components/project/projects-view";
import { Hydrated } from "@/components/shell/hydrated";
import { projectsQuery } from "@/lib/client/project-queries";
import { listProjects } from "@/lib/server/projects";
import { requireSession } from "@/lib/server/session";

export default async function ProjectsPage() {
  await requireSession();
  return (
    <Hydrated data={[[projectsQuery().queryKey, await listProjects()]]}>
      <ProjectsView />
    </Hydrated>
  );
}
