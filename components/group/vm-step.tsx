"use client";

import { Alert, Anchor, Button, Stack, Text } from "@mantine/core";
import { IconInfoCircle, IconServer2 } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { sectionHref } from "@/components/shell/sections";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest } from "@/components/tables/page-request";
import { useListState } from "@/components/tables/use-list-state";
import { EmptyState } from "@/components/ui/empty-state";
import { suitabilitySchema } from "@/lib/assessment/readiness-schema";
import { assessedVmQuerySchema } from "@/lib/assessment/record-schema";
import {
  type CandidateQuery,
  type CandidateVm,
  candidatesQuery,
  fetchAllCandidates,
  knownCandidates,
} from "@/lib/client/group-queries";
import { MIGRATION_TYPES } from "@/lib/hcx/migration-types";
import { type ChosenVm, toChosen } from "./group-draft";
import { useCandidateColumns } from "./use-candidate-columns";
import type { GroupContext } from "./use-group-context";

/** Before the wizard's own address parameters, so that they do not mix with another list's. */
const PREFIX = "pick";
const FILTERS = ["suitability", "bestType"] as const;
const FIRST_SORT = { column: "name", direction: "asc" } as const;

function candidateQueryOf(
  request: Pick<PageRequest, "sort" | "search" | "filters">,
): CandidateQuery {
  const { sort, search, filters } = request;
  const parsed = assessedVmQuerySchema.safeParse({
    search,
    ...filters,
    ...(sort ? { sort: sort.column, direction: sort.direction } : {}),
  });
  if (!parsed.success) return { search };
  const { offset: _offset, limit: _limit, rule: _rule, ...query } = parsed.data;
  return query;
}

interface VmStepProps {
  context: GroupContext;
  vms: readonly ChosenVm[];
  onChange: (vms: ChosenVm[]) => void;
}

/** Chooses the group's VMs, with what readiness says of each migration type. */
export function VmStep({ context, vms, onChange }: VmStepProps) {
  const { projectId, assessment } = context;
  const t = useTranslations("groups");
  const client = useQueryClient();
  const notifyError = useNotifyError();
  const columns = useCandidateColumns();
  const state = useListState(FILTERS, FIRST_SORT, PREFIX);
  const [choosingAll, setChoosingAll] = useState(false);
  const assessmentId = assessment?.id ?? null;
  const selectedIds = useMemo(() => vms.map((vm) => vm.vmKey), [vms]);
  const pageQuery = useCallback(
    ({ offset, limit, ...request }: PageRequest) =>
      candidatesQuery(projectId, assessmentId, { ...candidateQueryOf(request), offset, limit }),
    [projectId, assessmentId],
  );
  const choose = (ids: readonly string[]) => {
    const known = knownCandidates(client, projectId, assessmentId);
    const before = new Map(vms.map((vm) => [vm.vmKey, vm]));
    onChange(
      ids.flatMap((id) => {
        const kept = before.get(id);
        if (kept) return [kept];
        const row = known.get(id);
        return row ? [toChosen(row)] : [];
      }),
    );
  };
  const chooseAll = async () => {
    setChoosingAll(true);
    try {
      const rows = await fetchAllCandidates(projectId, assessmentId, candidateQueryOf(state));
      const chosen = new Set(selectedIds);
      onChange([...vms, ...rows.filter((row) => !chosen.has(row.vmKey)).map(toChosen)]);
    } catch (error) {
      notifyError(error);
    } finally {
      setChoosingAll(false);
    }
  };
  const filters = useMemo(
    () =>
      assessmentId === null
        ? []
        : [
            {
              id: "suitability",
              label: t("columns.suitability"),
              options: suitabilitySchema.options.map((value) => ({
                value,
                label: t(`suitability.${value}`),
              })),
            },
            {
              id: "bestType",
              label: t("columns.bestType"),
              options: MIGRATION_TYPES.map((value) => ({ value, label: t(`types.${value}`) })),
            },
          ],
    [t, assessmentId],
  );
  return (
    <Stack gap="md">
      {assessment === null ? (
        <Alert color="azure" icon={<IconInfoCircle size={18} aria-hidden />}>
          <Text fz="sm">
            {t("wizard.noAssessment")}{" "}
            <Anchor
              component={Link}
              href={sectionHref(projectId, "assessments")}
              fz="sm"
              underline="always"
            >
              {t("wizard.toAssessments")}
            </Anchor>
          </Text>
        </Alert>
      ) : assessment.isOutOfDate ? (
        <Alert color="yellow" icon={<IconInfoCircle size={18} aria-hidden />}>
          {t("wizard.oldAssessment", { name: assessment.name })}
        </Alert>
      ) : null}
      <DataTable<CandidateVm>
        id="group-candidates"
        label={t("wizard.candidates")}
        columns={columns}
        rowId={(row) => row.vmKey}
        pageQuery={pageQuery}
        defaultSort={FIRST_SORT}
        searchable
        filters={filters}
        paramPrefix={PREFIX}
        selectedIds={selectedIds}
        onSelectedIdsChange={choose}
        maxHeight="max(320px, calc(100dvh - 420px))"
        actions={
          <Button variant="default" loading={choosingAll} onClick={() => void chooseAll()}>
            {t("wizard.chooseAll")}
          </Button>
        }
        empty={
          <EmptyState
            icon={<IconServer2 size={28} />}
            title={t("wizard.noVmsTitle")}
            action={
              <Anchor component={Link} href={sectionHref(projectId, "imports")}>
                {t("wizard.toImports")}
              </Anchor>
            }
          >
            {t("wizard.noVmsSentence")}
          </EmptyState>
        }
      />
    </Stack>
  );
}
