import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { EditGroupView } from "@/components/group/edit-group-view";

interface EditGroupPageProps {
  params: Promise<{ projectId: string; groupId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("groups");
  return { title: t("edit") };
}

export default async function EditGroupPage({ params }: EditGroupPageProps) {
  const { projectId, groupId } = await params;
  return <EditGroupView projectId={projectId} groupId={groupId} />;
}
