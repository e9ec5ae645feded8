import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { GroupsView } from "@/components/group/groups-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("groups") };
}

export default async function GroupsPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <GroupsView projectId={projectId} />;
}
