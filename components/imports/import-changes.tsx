"use client";

import { Alert, Button, Group, Select, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconArrowsDiff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo } from "react";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest } from "@/components/tables/page-request";
import { useListState } from "@/components/tables/use-list-state";
import { EmptyState } from "@/components/ui/empty-state";
import { StatCard, StatGrid } from "@/components/ui/key-figure";
import { LoadingState } from "@/components/ui/loading-state";
import { useSearchParam } from "@/components/ui/use-search-param";
import {
  type ChangeListQuery,
  changeSummaryQuery,
  changesQuery,
} from "@/lib/client/change-queries";
import { exportHref } from "@/lib/client/export-href";
import type { ImportRecord } from "@/lib/discovery/import-schema";
import { CHANGE_KINDS, type ChangeSummary, changeQuerySchema } from "@/lib/inventory/change-schema";
import { useChangeColumns } from "./use-change-columns";
import { useDateText } from "./use-date-text";

const PREFIX = "changes";
const FILTER_IDS = ["kind", "inGroup"] as const;

/** The server's query of a list request; what an old link gets wrong is left out. */
function toQuery(
  request: Pick<PageRequest, "search" | "filters">,
  against: string | null,
): ChangeListQuery {
  const candidate = {
    ...request.filters,
    ...(request.search ? { search: request.search } : {}),
    ...(against ? { against } : {}),
  };
  const parsed = changeQuerySchema.safeParse(candidate);
  if (!parsed.success) return against ? { against } : {};
  const { offset: _offset, limit: _limit, ...query } = parsed.data;
  return query;
}

interface ChangesProps {
  record: ImportRecord;
  against: string | null;
}

function ChangeTable({ record, against }: ChangesProps) {
  const t = useTranslations("changes.list");
  const tKinds = useTranslations("changes.kinds");
  const columns = useChangeColumns();
  const { projectId, id } = record;
  const pageQuery = useCallback(
    ({ offset, limit, ...request }: PageRequest) =>
      changesQuery(projectId, id, { ...toQuery(request, against), offset, limit }),
    [projectId, id, against],
  );
  const filters = useMemo(
    () => [
      {
        id: "kind",
        label: t("change"),
        options: CHANGE_KINDS.map((value) => ({ value, label: tKinds(value) })),
      },
      { id: "inGroup", label: t("inGroup"), options: [{ value: "true", label: t("yes") }] },
    ],
    [t, tKinds],
  );
  return (
    <DataTable
      id="import-changes"
      label={t("label")}
      columns={columns}
      rowId={(row) => row.key}
      pageQuery={pageQuery}
      searchable
      filters={filters}
      paramPrefix={PREFIX}
      maxHeight="480px"
      empty={
        <EmptyState icon={<IconArrowsDiff size={28} />} title={t("emptyTitle")}>
          {t("emptySentence")}
        </EmptyState>
      }
      exportHref={(format, state) =>
        exportHref(projectId, "changes", format, {}, { ...toQuery(state, against), import: id })
      }
    />
  );
}

function GoneInGroups({ count }: { count: number }) {
  const t = useTranslations("changes");
  const state = useListState(FILTER_IDS, null, PREFIX);
  const show = () => {
    state.setFilter("kind", "gone");
    state.setFilter("inGroup", "true");
  };
  return (
    <Alert
      color="yellow"
      icon={<IconAlertTriangle size={18} aria-hidden />}
      title={t("goneInGroups", { count })}
    >
      <Text fz="sm">{t("goneInGroupsDetail")}</Text>
      <Button variant="default" mt="xs" onClick={show}>
        {t("showGoneInGroups")}
      </Button>
    </Alert>
  );
}

function Counts({ summary }: { summary: ChangeSummary }) {
  const t = useTranslations("changes");
  const format = useFormatter();
  return (
    <StatGrid>
      {CHANGE_KINDS.map((kind) => (
        <StatCard
          key={kind}
          label={t(`kinds.${kind}`)}
          value={format.number(summary.counts[kind])}
        />
      ))}
    </StatGrid>
  );
}

/** What is new, gone, renamed, resized and moved since another import, VM by VM. */
export function ImportChanges({ record }: { record: ImportRecord }) {
  const t = useTranslations("changes");
  const date = useDateText(record.projectId);
  const [against, setAgainst] = useSearchParam("against");
  const query = useQuery(changeSummaryQuery(record.projectId, record.id, against));
  const summary = query.data;
  const isLoaded = summary !== undefined;
  // A link to this section was followed before there was one.
  useEffect(() => {
    if (isLoaded && window.location.hash === "#changes") {
      document.getElementById("changes")?.scrollIntoView();
    }
  }, [isLoaded]);
  if (!summary) {
    return <LoadingOrError query={query} skeleton={<LoadingState shape="cards" rows={5} />} />;
  }
  if (!summary.against) {
    return (
      <Text fz="sm" c="dimmed">
        {t("nothing")}
      </Text>
    );
  }
  const { against: former, candidates } = summary;
  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end" gap="sm">
        <Text fz="sm" c="dimmed" maw={640}>
          {t("since", { file: former.fileName, date: date(former.createdAt) })}{" "}
          {t("unchanged", { count: summary.unchanged })}
        </Text>
        {candidates.length > 1 ? (
          <Select
            label={t("compareWith")}
            size="xs"
            miw={260}
            allowDeselect={false}
            value={former.id}
            onChange={(importId) => setAgainst(importId)}
            data={candidates.map(({ id, fileName, createdAt }) => ({
              value: id,
              label: `${fileName} (${date(createdAt)})`,
            }))}
          />
        ) : null}
      </Group>
      <Counts summary={summary} />
      {summary.goneInGroups > 0 ? <GoneInGroups count={summary.goneInGroups} /> : null}
      <ChangeTable record={record} against={against} />
    </Stack>
  );
}
