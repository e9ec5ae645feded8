import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AvsView } from "@/components/avs/avs-view";
import { Hydrated } from "@/components/shell/hydrated";
import { inventoryQuery } from "@/lib/client/inventory-queries";
import { inventorySummary } from "@/lib/server/inventory-summary";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../imports/unless-refused";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("avs") };
}

export default async function AvsPage({ params }: { params: Promise<{ projectId: string }> }) {
  await requireSession();
  const { projectId } = await params;
  const inventory = await unlessRefused(inventorySummary(projectId));
  return (
    <Hydrated data={inventory ? [[inventoryQuery(projectId).queryKey, inventory]] : []}>
      <AvsView projectId={projectId} />
    </Hydrated>
  );
}
