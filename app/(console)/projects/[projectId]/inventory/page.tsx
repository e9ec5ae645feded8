import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { InventoryView } from "@/components/inventory/inventory-view";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("inventory") };
}

export default async function InventoryPage({
  params,
}: {
  params: Promise<{ projectId: string }>;
}) {
  const { projectId } = await params;
  return <InventoryView projectId={projectId} />;
}
