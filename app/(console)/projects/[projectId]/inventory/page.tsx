import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InventoryView } from "@/components/inventory/inventory-view";
import { Hydrated } from "@/components/shell/hydrated";
import { inventoryQuery } from "@/lib/client/inventory-queries";
import { inventorySummary } from "@/lib/server/inventory-summary";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../imports/unless-refused";

interface InventoryPageProps {
  params: Promise<{ projectId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("inventory") };
}

export default async function InventoryPage({ params }: InventoryPageProps) {
  await requireSession();
  const { projectId } = await params;
  const summary = await unlessRefused(inventorySummary(projectId));
  return (
    <Hydrated data={summary ? [[inventoryQuery(projectId).queryKey, summary]] : []}>
      <InventoryView projectId={projectId} />
    </Hydrated>
  );
}
