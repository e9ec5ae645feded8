import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardView } from "@/components/board/board-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("board") };
}

export default async function BoardPage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  return <BoardView projectId={projectId} />;
}
