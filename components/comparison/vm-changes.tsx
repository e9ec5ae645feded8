"use client";

import { ScrollArea, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Loaded } from "@/components/imports/loaded";
import { SuitabilityBadge } from "@/components/readiness/suitability-signs";
import { LoadingState } from "@/components/ui/loading-state";
import type { AssessmentRecord } from "@/lib/assessment/record-schema";
import { vmChangesQuery } from "@/lib/client/comparison-queries";
import type { VmChanges } from "@/lib/comparison/schema";

function ChangeTable({ changes, label }: { changes: VmChanges; label: string }) {
  const t = useTranslations("comparison.changes");
  const total = changes.added + changes.removed + changes.changed;
  return (
    <Stack gap="xs">
      <Text fz="sm">
        {total === 0
          ? t("none")
          : t("counts", {
              added: changes.added,
              removed: changes.removed,
              changed: changes.changed,
            })}
      </Text>
      {changes.rows.length > 0 ? (
        <ScrollArea.Autosize
          mah={320}
          type="auto"
          viewportProps={{ tabIndex: 0, role: "region", "aria-label": label }}
        >
          <Table stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("vm")}</Table.Th>
                <Table.Th>{t("before")}</Table.Th>
                <Table.Th>{t("after")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {changes.rows.map((row) => (
                <Table.Tr key={row.vmKey}>
                  <Table.Th scope="row" fw={400}>
                    {row.name}
                  </Table.Th>
                  <Table.Td>
                    {row.before ? <SuitabilityBadge suitability={row.before} /> : t("notThere")}
                  </Table.Td>
                  <Table.Td>
                    {row.after ? <SuitabilityBadge suitability={row.after} /> : t("notThere")}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      ) : null}
      {total > changes.rows.length ? (
        <Text fz="xs" c="dimmed">
          {t("more", { count: total - changes.rows.length })}
        </Text>
      ) : null}
    </Stack>
  );
}

/** VMs that came, went or changed their readiness between two assessments. */
export function VmChangesOf({ from, to }: { from: AssessmentRecord; to: AssessmentRecord }) {
  const t = useTranslations("comparison.changes");
  const query = useQuery(vmChangesQuery(to.projectId, from.id, to.id));
  const label = t("between", { from: from.name, to: to.name });
  return (
    <section>
      <Text fz="sm" fw={600} mb={4}>
        {label}
      </Text>
      <Loaded
        projectId={to.projectId}
        query={query}
        skeleton={<LoadingState shape="table" rows={3} />}
      >
        {(changes) => <ChangeTable changes={changes} label={label} />}
      </Loaded>
    </section>
  );
}
