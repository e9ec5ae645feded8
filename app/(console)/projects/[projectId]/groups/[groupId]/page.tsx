import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { GroupView } from "@/components/group/group-view";
import { Hydrated } from "@/components/shell/hydrated";
import { groupQuery } from "@/lib/client/group-queries";
import { requireSession } from "@/lib/server/session";
import { readGroup } from "@/lib/server/world-views";
import { unlessRefused } from "../../imports/unless-refused";

interface GroupPageProps {
  params: Promise<{ projectId: string; groupId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("groups") };
}

export default async function GroupPage({ params }: GroupPageProps) {
  await requireSession();
  const { projectId, groupId } = await params;
  const group = await unlessRefused(readGroup(projectId, groupId));
  if (!group) notFound();
  return (
    <Hydrated data={[[groupQuery(projectId, groupId).queryKey, group]]}>
      <GroupView projectId={projectId} groupId={groupId} />
    </Hydrated>
  );
}
