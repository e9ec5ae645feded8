import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ImportsView } from "@/components/imports/imports-view";
import { Hydrated } from "@/components/shell/hydrated";
import { importsQuery } from "@/lib/client/imports-queries";
import { listImports } from "@/lib/server/imports";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "./unless-refused";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("imports") };
}

export default async function ImportsPage({ params }: { params: Promise<{ projectId: string }> }) {
  await requireSession();
  const { projectId } = await params;
  const imports = await unlessRefused(listImports(projectId));
  return (
    <Hydrated data={imports ? [[importsQuery(projectId).queryKey, imports]] : []}>
      <ImportsView projectId={projectId} />
    </Hydrated>
  );
}
