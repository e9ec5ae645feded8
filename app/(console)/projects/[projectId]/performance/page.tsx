import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PerformanceView } from "@/components/performance/performance-view";
import { Hydrated } from "@/components/shell/hydrated";
import {
  performanceOverviewQuery,
  performanceProfileQuery,
} from "@/lib/client/performance-queries";
import { rulesOfAddress } from "@/lib/performance/rules-schema";
import { performanceOverview, performanceProfile } from "@/lib/server/performance";
import { requireSession } from "@/lib/server/session";
import { unlessRefused } from "../imports/unless-refused";

interface PerformancePageProps {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell.nav");
  return { title: t("performance") };
}

export default async function PerformancePage({ params, searchParams }: PerformancePageProps) {
  await requireSession();
  const [{ projectId }, query] = await Promise.all([params, searchParams]);
  const rules = rulesOfAddress((name) => {
    const value = query[name];
    return typeof value === "string" ? value : null;
  });
  const clock = query.clock === "project" ? "project" : "export";
  const overview = await unlessRefused(performanceOverview(projectId, rules));
  const profile = overview && (await unlessRefused(performanceProfile(projectId, { clock })));
  return (
    <Hydrated
      data={[
        ...(overview
          ? [[performanceOverviewQuery(projectId, rules).queryKey, overview] as const]
          : []),
        ...(profile
          ? [[performanceProfileQuery(projectId, { clock }).queryKey, profile] as const]
          : []),
      ]}
    >
      <PerformanceView projectId={projectId} />
    </Hydrated>
  );
}
