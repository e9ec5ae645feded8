import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DependenciesView } from "@/components/dependency/dependencies-view";
import { Hydrated } from "@/components/shell/hydrated";
import { dependencySummaryQuery } from "@/lib/client/dependency-queries";
import { dependencySummary } from "@/lib/server/dependencies";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../imports/unless-refused";

interface DependenciesPageProps {
  params: Promise<{ projectId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("dependencies") };
}

export default async function DependenciesPage({ params }: DependenciesPageProps) {
  await requireSession();
  const { projectId } = await params;
  const summary = await unlessRefused(dependencySummary(projectId));
  return (
    <Hydrated data={summary ? [[dependencySummaryQuery(projectId).queryKey, summary]] : []}>
      <DependenciesView projectId={projectId} />
    </Hydrated>
  );
}
