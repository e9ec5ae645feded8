import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewGroupView } from "@/components/group/new-group-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("groups");
  return { title: t("newTitle") };
}

export default async function NewGroupPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <NewGroupView projectId={projectId} />;
}
