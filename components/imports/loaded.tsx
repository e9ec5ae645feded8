"use client";

import { IconDatabaseImport } from "@tabler/icons-react";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { sectionHref } from "@/components/shell/sections";
import { EmptyState } from "@/components/ui/empty-state";
import { ApiError } from "@/lib/client/api";
import { importsQuery, isUnfinished } from "@/lib/client/imports-queries";

/** What every page that needs an inventory says before there is one. */
export function NoInventory({ projectId }: { projectId: string }) {
  const t = useTranslations("inventory.empty");
  return (
    <EmptyState
      icon={<IconDatabaseImport size={30} />}
      title={t("title")}
      next={{ label: t("action"), href: sectionHref(projectId, "imports") }}
    >
      {t("sentence")}
    </EmptyState>
  );
}

interface LoadedProps<TData> {
  projectId: string;
  query: Pick<UseQueryResult<TData>, "data" | "error" | "refetch" | "isFetching">;
  /** The shape of what is coming. */
  skeleton: ReactNode;
  /** What the page needs beyond an inventory: the error's code that says it is not there, and what to show then. */
  missing?: { code: string; state: ReactNode };
  children: (data: TData) => ReactNode;
}

/** Shows what a query answered, or its loading, error or "nothing imported yet" state. */
export function Loaded<TData>({
  projectId,
  query,
  skeleton,
  missing,
  children,
}: LoadedProps<TData>) {
  const { data, error, refetch } = query;
  const { data: imports } = useQuery(importsQuery(projectId));
  const code = error instanceof ApiError ? error.code : null;
  const isMissing = code === "noInventory";
  // The question may have been asked while the first import was being stored.
  const isThereNow = imports?.some(({ inUse }) => inUse.includes("inventory")) ?? false;
  useEffect(() => {
    if (isMissing && isThereNow) void refetch();
  }, [isMissing, isThereNow, refetch]);
  if (missing && code === missing.code) return <>{missing.state}</>;
  if (data !== undefined) return <>{children(data)}</>;
  if (isMissing) {
    const isComing = isThereNow || imports?.some(isUnfinished);
    return isComing ? skeleton : <NoInventory projectId={projectId} />;
  }
  return <LoadingOrError query={query} skeleton={skeleton} />;
}
