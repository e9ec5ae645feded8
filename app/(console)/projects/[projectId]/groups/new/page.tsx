import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewGroupView } from "@/components/group/new-group-view";
import { Hydrated } from "@/components/shell/hydrated";
import { assessmentsQuery } from "@/lib/client/assessment-queries";
import { inventoryQuery } from "@/lib/client/inventory-queries";
import { listAssessments } from "@/lib/server/assessments";
import { inventorySummary } from "@/lib/server/inventory-summary";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../../imports/unless-refused";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("groups");
  return { title: t("newTitle") };
}

export default async function NewGroupPage({ params }: { params: Promise<{ projectId: string }> }) {
  await requireSession();
  const { projectId } = await params;
  const [assessments, inventory] = await Promise.all([
    unlessRefused(listAssessments(projectId)),
    unlessRefused(inventorySummary(projectId)),
  ]);
  return (
    <Hydrated
      data={[
        ...(assessments ? [[assessmentsQuery(projectId).queryKey, assessments] as const] : []),
        ...(inventory ? [[inventoryQuery(projectId).queryKey, inventory] as const] : []),
      ]}
    >
      <NewGroupView projectId={projectId} />
    </Hydrated>
  );
}
