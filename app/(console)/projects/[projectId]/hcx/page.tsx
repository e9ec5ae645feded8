import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { HcxView } from "@/components/hcx/hcx-view";
import { Hydrated } from "@/components/shell/hydrated";
import { inventoryQuery } from "@/lib/client/inventory-queries";
import { inventorySummary } from "@/lib/server/inventory-summary";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../imports/unless-refused";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("hcx") };
}

export default async function HcxPage({ params }: { params: Promise<{ projectId: string }> }) {
  await requireSession();
  const { projectId } = await params;
  const inventory = await unlessRefused(inventorySummary(projectId));
  return (
    <Hydrated data={inventory ? [[inventoryQuery(projectId).queryKey, inventory]] : []}>
      <HcxView projectId={projectId} />
    </Hydrated>
  );
}
