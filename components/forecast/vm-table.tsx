"use client";

import { Button, Collapse, Text, Title } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight, IconServer2 } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useCallback, useId, useMemo } from "react";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest } from "@/components/tables/page-request";
import { EmptyState } from "@/components/ui/empty-state";
import { exportHref } from "@/lib/client/export-href";
import { forecastRowsQuery } from "@/lib/client/forecast-queries";
import { type ForecastRow, forecastRowsQuerySchema } from "@/lib/forecast/row-schema";
import type { GroupForecast } from "@/lib/forecast/schema";
import type { ClockView } from "@/lib/world/api-schema";
import { useVmColumns } from "./vm-columns";

interface VmTableProps {
  projectId: string;
  view: ClockView;
  /** The group whose page it is; null for all. */
  groupId: string | null;
  /** The draft that the forecast takes as started. */
  draftId: string | null;
  groups: readonly Pick<GroupForecast, "id" | "name">[];
  /** Names the forecast, so that rows of an older one are not kept. */
  computedAtIso: string;
}

/** The request of a list as the forecast's own query; what it does not know is left out. */
function rowsQueryOf({ offset, limit, search, sort, filters }: PageRequest) {
  const page = { offset, limit, search };
  const parsed = forecastRowsQuerySchema.safeParse({
    ...page,
    ...(sort ? { sort: sort.column, direction: sort.direction } : {}),
    ...filters,
  });
  return parsed.success ? parsed.data : page;
}

function VmList({ projectId, view, groupId, draftId, groups, computedAtIso }: VmTableProps) {
  const t = useTranslations("forecast.vms");
  const columns = useVmColumns(view, groupId === null);
  const scope = useMemo(
    () => ({
      ...(draftId === null ? {} : { draft: draftId }),
      ...(groupId === null ? {} : { group: groupId }),
    }),
    [draftId, groupId],
  );
  const pageQuery = useCallback(
    (request: PageRequest) =>
      forecastRowsQuery(projectId, computedAtIso, { ...rowsQueryOf(request), ...scope }),
    [projectId, computedAtIso, scope],
  );
  const filters = useMemo(
    () =>
      groupId === null && groups.length > 1
        ? [
            {
              id: "group",
              label: t("group"),
              options: groups.map(({ id, name }) => ({ value: id, label: name })),
            },
          ]
        : [],
    [groupId, groups, t],
  );
  return (
    <DataTable<ForecastRow>
      id="forecast-vms"
      paramPrefix="forecast"
      label={t("title")}
      columns={columns}
      rowId={(row) => `${row.group}:${row.vm}`}
      pageQuery={pageQuery}
      defaultSort={{ column: "p90", direction: "desc" }}
      searchable
      filters={filters}
      exportHref={(format, request) =>
        exportHref(projectId, "forecast", format, request, { ...scope })
      }
      maxHeight="440px"
      empty={
        <EmptyState icon={<IconServer2 size={28} />} title={t("none")} order={3}>
          {t("noneSentence")}
        </EmptyState>
      }
    />
  );
}

/** When each VM ends, read only when somebody wants to see it. */
export function VmTable(props: VmTableProps) {
  const t = useTranslations("forecast.vms");
  const [opened, { toggle }] = useDisclosure(false);
  const listId = useId();
  const Icon = opened ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Title order={3} size="h4">
        <Button
          variant="subtle"
          px={6}
          ml={-6}
          leftSection={<Icon size={16} aria-hidden />}
          aria-expanded={opened}
          aria-controls={listId}
          onClick={toggle}
        >
          {t("title")}
        </Button>
      </Title>
      <Text fz="xs" c="dimmed" mt={4} mb={6}>
        {t("description")}
      </Text>
      <Collapse expanded={opened} id={listId}>
        {opened ? <VmList {...props} /> : null}
      </Collapse>
    </div>
  );
}
