import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupView } from "@/components/group/group-view";

interface GroupPageProps {
  params: Promise<{ projectId: string; groupId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("groups") };
}

export default async function GroupPage({ params }: GroupPageProps) {
  const { projectId, groupId } = await params;
  return <GroupView projectId={projectId} groupId={groupId} />;
}
