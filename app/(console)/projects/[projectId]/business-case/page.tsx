import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BusinessCaseView } from "@/components/business-case/business-case-view";
import { Hydrated } from "@/components/shell/hydrated";
import { businessCaseQuery } from "@/lib/client/cost-queries";
import { readBusinessCase } from "@/lib/server/business-case";
import { requireSession } from "@/lib/server/session";

interface BusinessCasePageProps {
  params: Promise<{ projectId: string }>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("businessCase") };
}

export default async function BusinessCasePage({ params }: BusinessCasePageProps) {
  await requireSession();
  const { projectId } = await params;
  return (
    <Hydrated
      data={[[businessCaseQuery(projectId, null).queryKey, await readBusinessCase(projectId)]]}
    >
      <BusinessCaseView projectId={projectId} />
    </Hydrated>
  );
}
