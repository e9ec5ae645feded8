"use client";

import { Button } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { useKnownCells } from "@/components/inventory/use-known-cells";
import { useVmFactColumns } from "@/components/inventory/use-vm-fact-columns";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest, Sort } from "@/components/tables/page-request";
import { useBlade } from "@/components/ui/blade";
import { Known, NoData } from "@/components/ui/no-data";
import { useSearchParam } from "@/components/ui/use-search-param";
import { FINDING_STATES } from "@/lib/assessment/acknowledgement-schema";
import {
  type AssessedVmRow,
  type AssessmentRecord,
  assessedVmQuerySchema,
} from "@/lib/assessment/record-schema";
import { type AssessedVmListQuery, assessedVmsQuery } from "@/lib/client/assessment-queries";
import { exportHref } from "@/lib/client/export-href";
import { MIGRATION_TYPES } from "@/lib/hcx/migration-types";
import { AcknowledgeDialog, type AcknowledgeTarget } from "./acknowledge-dialog";
import { useDayText } from "./acknowledgement-panel";
import { FindingStateBadge } from "./finding-state-badge";
import { SUITABILITIES } from "./suitability-counts";
import { SuitabilityBadge } from "./suitability-signs";

const FIRST_SORT: Sort = { column: "findingCount", direction: "desc" };

/** The server's query of a list request; what an old link gets wrong falls back to the defaults. */
function toQuery({ sort, search, filters }: PageRequest): AssessedVmListQuery {
  const parsed = assessedVmQuerySchema.safeParse({
    ...(sort ? { sort: sort.column, direction: sort.direction } : {}),
    ...(search ? { search } : {}),
    ...filters,
  });
  if (!parsed.success) return {};
  const { offset: _offset, limit: _limit, ...query } = parsed.data;
  return query;
}

/** With the state, owner and day of the finding when the list is narrowed to one check. */
function useAssessedVmColumns(withFinding: boolean): DataColumn<AssessedVmRow>[] {
  const tFinding = useTranslations("acknowledgement.columns");
  const day = useDayText();
  const t = useTranslations("assessment-pages.columns");
  const tTypes = useTranslations("readiness.types");
  const format = useFormatter();
  const facts = useVmFactColumns();
  const known = useKnownCells();
  return useMemo<DataColumn<AssessedVmRow>[]>(() => {
    const end = { align: "end", sortable: true } as const;
    return [
      facts.name,
      {
        id: "suitability",
        label: t("suitability"),
        cell: (row) => <SuitabilityBadge suitability={row.suitability} />,
        widthPx: 196,
        sortable: true,
      },
      {
        id: "bestType",
        label: t("bestType"),
        cell: (row) => (row.bestType === null ? t("noType") : tTypes(row.bestType)),
        widthPx: 224,
        sortable: true,
      },
      {
        id: "findingCount",
        label: t("findings"),
        cell: (row) => format.number(row.findingCount),
        widthPx: 116,
        ...end,
      },
      {
        id: "effortHours",
        label: t("effort"),
        cell: (row) => (
          <Known value={row.effortHours}>
            {(hours) => t("hours", { hours: format.number(hours, { maximumFractionDigits: 2 }) })}
          </Known>
        ),
        widthPx: 92,
        ...end,
      },
      ...(withFinding
        ? ([
            {
              id: "finding",
              label: tFinding("state"),
              cell: (row) =>
                row.finding ? <FindingStateBadge state={row.finding.state} /> : <NoData />,
              widthPx: 140,
            },
            {
              id: "owner",
              label: tFinding("owner"),
              cell: (row) => row.finding?.owner ?? "",
              widthPx: 130,
            },
            {
              id: "dueOn",
              label: tFinding("dueOn"),
              cell: (row) => (row.finding?.dueOn ? day(row.finding.dueOn) : ""),
              widthPx: 120,
              sortable: true,
            },
          ] satisfies DataColumn<AssessedVmRow>[])
        : []),
      facts.cpus,
      facts.memory,
      {
        id: "storageMib",
        label: t("storage"),
        cell: (row) => known.mib(row.storageMib),
        widthPx: 90,
        ...end,
      },
      facts.os,
      { ...facts.cluster, hiddenAtFirst: true },
    ];
  }, [t, tTypes, tFinding, format, facts, known, day, withFinding]);
}

/** The assessed VMs with their state and the migration type that serves them best. */
export function AssessedVmTable({ assessment }: { assessment: AssessmentRecord }) {
  const t = useTranslations("assessment-pages.columns");
  const tReadiness = useTranslations("readiness");
  const tFinding = useTranslations("acknowledgement");
  const [rule] = useSearchParam("filter.rule");
  const columns = useAssessedVmColumns(rule !== null);
  const [selected, setSelected] = useState<string[]>([]);
  const [target, setTarget] = useState<AcknowledgeTarget | null>(null);
  const { mayWrite, reason } = useMayWrite();
  const blade = useBlade("vm");
  const { id, projectId, rules } = assessment;
  const pageQuery = useCallback(
    (request: PageRequest) =>
      assessedVmsQuery(projectId, id, {
        ...toQuery(request),
        offset: request.offset,
        limit: request.limit,
      }),
    [projectId, id],
  );
  const filters = useMemo(
    () => [
      {
        id: "suitability",
        label: t("suitability"),
        options: SUITABILITIES.map((value) => ({
          value,
          label: tReadiness(`suitability.${value}`),
        })),
      },
      {
        id: "bestType",
        label: t("bestType"),
        options: MIGRATION_TYPES.map((value) => ({ value, label: tReadiness(`types.${value}`) })),
      },
      {
        id: "rule",
        label: t("rule"),
        options: rules
          .filter((rule) => rule.vmCount > 0)
          .map((rule) => ({ value: rule.ruleId, label: tReadiness(`rules.${rule.ruleId}.title`) }))
          .sort((left, right) => left.label.localeCompare(right.label)),
      },
      ...(rule === null
        ? []
        : [
            {
              id: "finding",
              label: tFinding("filter.finding"),
              options: FINDING_STATES.map((value) => ({
                value,
                label: tFinding(`states.${value}`),
              })),
            },
          ]),
    ],
    [t, tReadiness, tFinding, rules, rule],
  );
  return (
    <>
      <DataTable
        id="assessed-vms"
        label={t("label")}
        columns={columns}
        rowId={(row) => row.vmKey}
        pageQuery={pageQuery}
        defaultSort={FIRST_SORT}
        searchable
        filters={filters}
        onOpenRow={(row) => blade.open(row.vmKey)}
        isCurrent={(row) => row.vmKey === blade.value}
        exportHref={(format, request) =>
          exportHref(projectId, "assessed-vms", format, request, { assessment: id })
        }
        {...(rule === null
          ? {}
          : {
              selectedIds: selected,
              onSelectedIdsChange: setSelected,
              selectionActions: (
                <Button
                  variant="default"
                  disabled={!mayWrite}
                  title={mayWrite ? undefined : reason}
                  onClick={() => setTarget({ ruleId: rule, vmKeys: selected, current: null })}
                >
                  {tFinding("selection.acknowledge")}
                </Button>
              ),
            })}
      />
      <AcknowledgeDialog
        projectId={projectId}
        target={target}
        onClose={() => setTarget(null)}
        onDone={() => setSelected([])}
      />
    </>
  );
}
