import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BoardView } from "@/components/board/board-view";
import { Hydrated } from "@/components/shell/hydrated";
import { boardQuery } from "@/lib/client/board-queries";
import { requireSession } from "@/lib/server/session";
import { readBoard } from "@/lib/server/world-views";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("board") };
}

export default async function BoardPage({ params }: { params: Promise<{ projectId: string }> }) {
  await requireSession();
  const { projectId } = await params;
  const { queryKey } = boardQuery(projectId, { at: null, running: false });
  return (
    <Hydrated data={[[queryKey, await readBoard(projectId, undefined)]]}>
      <BoardView projectId={projectId} />
    </Hydrated>
  );
}
