import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PricesView } from "@/components/prices/prices-view";
import { Hydrated } from "@/components/shell/hydrated";
import { pricesQuery } from "@/lib/client/price-queries";
import { projectPrices } from "@/lib/server/prices";
import { requireSession } from "@/lib/server/session";

interface PricesPageProps {
  params: Promise<{ projectId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("prices") };
}

export default async function PricesPage({ params }: PricesPageProps) {
  await requireSession();
  const { projectId } = await params;
  return (
    <Hydrated data={[[pricesQuery(projectId).queryKey, await projectPrices(projectId)]]}>
      <PricesView projectId={projectId} />
    </Hydrated>
  );
}
