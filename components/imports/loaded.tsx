"use client";

import { Button } from "@mantine/core";
import { IconDatabaseImport } from "@tabler/icons-react";
import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { QueryError } from "@/components/shell/query-error";
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
      action={
        <Button component={Link} href={`/projects/${projectId}/imports`} size="sm">
          {t("action")}
        </Button>
      }
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
  children: (data: TData) => ReactNode;
}

/** Shows what a query answered, or its loading, error or "nothing imported yet" state. */
export function Loaded<TData>({ projectId, query, skeleton, children }: LoadedProps<TData>) {
  const { data, error, refetch, isFetching } = query;
  const { data: imports } = useQuery(importsQuery(projectId));
  const isMissing = error instanceof ApiError && error.code === "noInventory";
  // The question may have been asked while the first import was being stored.
  const isThereNow = imports?.some(({ inUse }) => inUse.includes("inventory")) ?? false;
  useEffect(() => {
    if (isMissing && isThereNow) void refetch();
  }, [isMissing, isThereNow, refetch]);
  if (data !== undefined) return <>{children(data)}</>;
  if (isMissing) {
    const isComing = isThereNow || imports?.some(isUnfinished);
    return isComing ? skeleton : <NoInventory projectId={projectId} />;
  }
  if (error)
    return <QueryError error={error} onRetry={() => void refetch()} retrying={isFetching} />;
  return <>{skeleton}</>;
}
