"use client";

import { Anchor, Button, Group, ScrollArea, Stack, Table, Text, Title } from "@mantine/core";
import { IconFocusCentered } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { InventoryLink } from "@/components/inventory/inventory-link";
import { SuitabilityBadge } from "@/components/readiness/suitability-signs";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { Blade } from "@/components/ui/blade";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { LoadingState } from "@/components/ui/loading-state";
import { Known } from "@/components/ui/no-data";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import { endpointQuery, moveGroupsQuery } from "@/lib/client/dependency-queries";
import type { ConnectionRow, EndpointDetail } from "@/lib/dependency/api-schema";
import { AddToGroup } from "./add-to-group";
import { EndpointKindSign, EndpointLink } from "./endpoint-signs";
import type { HiddenPorts } from "./use-hidden-ports";
import { useOpenBlade } from "./use-open-blade";

/** More lines than this are shown on demand. */
const FIRST_LINES = 50;

interface DirectionProps {
  direction: "inbound" | "outbound";
  rows: readonly ConnectionRow[];
  hidden: HiddenPorts;
}

/** Connections of one direction; those over hidden ports are greyed and say so. */
function Direction({ direction, rows, hidden }: DirectionProps) {
  const t = useTranslations("dependencies");
  const format = useFormatter();
  const { openServer } = useOpenBlade();
  const [all, setAll] = useState(false);
  const shown = all ? rows : rows.slice(0, FIRST_LINES);
  return (
    <section aria-label={t(`blade.${direction}`, { count: rows.length })}>
      <Title order={3} mb={6}>
        {t(`blade.${direction}`, { count: rows.length })}
      </Title>
      {rows.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {t(`blade.no.${direction}`)}
        </Text>
      ) : (
        <ScrollArea type="auto">
          <Table miw={520}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>
                  {t(direction === "inbound" ? "columns.source" : "columns.target")}
                </Table.Th>
                <Table.Th ta="end">{t("columns.port")}</Table.Th>
                <Table.Th>{t("columns.process")}</Table.Th>
                <Table.Th ta="end">{t("columns.slots")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((row) => {
                const isHidden = row.port !== null && hidden.ports.has(row.port);
                const other = direction === "inbound" ? row.source : row.target;
                return (
                  <Table.Tr key={row.id} c={isHidden ? "dimmed" : undefined}>
                    <Table.Th scope="row" fw={400} maw={240}>
                      <EndpointLink endpoint={other} onOpen={openServer} />
                    </Table.Th>
                    <Table.Td ta="end" className="lf-numeric">
                      <Known value={row.port}>{String}</Known>
                      {isHidden ? ` (${t("blade.notCounted")})` : ""}
                    </Table.Td>
                    <Table.Td>
                      <Known value={row.application ?? row.process}>{String}</Known>
                    </Table.Td>
                    <Table.Td ta="end" className="lf-numeric">
                      {format.number(row.slotCount)}
                    </Table.Td>
                  </Table.Tr>
                );
              })}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      {rows.length > FIRST_LINES && !all ? (
        <Button variant="subtle" mt="xs" onClick={() => setAll(true)}>
          {t("blade.showAll", { count: rows.length })}
        </Button>
      ) : null}
    </section>
  );
}

function Essentials({ projectId, detail }: { projectId: string; detail: EndpointDetail }) {
  const t = useTranslations("dependencies");
  const tTypes = useTranslations("groups.types");
  const { openGroup } = useOpenBlade();
  const { endpoint, os, cluster, bestType } = detail;
  const { groupId, groupName, vmKey, suitability } = endpoint;
  const items: Definition[] = [
    { term: t("columns.kind"), value: <EndpointKindSign kind={endpoint.kind} /> },
    { term: t("columns.address"), value: endpoint.ipAddress },
  ];
  if (vmKey !== null) {
    items.push(
      { term: t("columns.os"), value: os },
      { term: t("columns.cluster"), value: cluster },
      {
        term: t("columns.readiness"),
        value: suitability ? <SuitabilityBadge suitability={suitability} /> : null,
      },
      { term: t("columns.bestType"), value: bestType ? tTypes(bestType) : null },
      {
        term: t("columns.group"),
        value: groupId ? (
          <Anchor component="button" type="button" fz="sm" onClick={() => openGroup(groupId)}>
            {groupName}
          </Anchor>
        ) : (
          t("groups.none")
        ),
      },
    );
  }
  return (
    <Stack gap="sm">
      <DefinitionList items={items} />
      {vmKey === null ? (
        <Text fz="sm" c="dimmed">
          {endpoint.kind === "vm" ? null : t(`blade.outside.${endpoint.kind}`)}
        </Text>
      ) : (
        <InventoryLink projectId={projectId} vmKey={vmKey} />
      )}
    </Stack>
  );
}

interface EndpointBladeProps {
  projectId: string;
  hidden: HiddenPorts;
}

function BladeBody({ projectId, hidden, id }: EndpointBladeProps & { id: string }) {
  const query = useQuery(endpointQuery(projectId, id, hidden.text));
  if (query.data) {
    return (
      <Stack gap="xl">
        <Essentials projectId={projectId} detail={query.data} />
        <Direction direction="inbound" rows={query.data.inbound} hidden={hidden} />
        <Direction direction="outbound" rows={query.data.outbound} hidden={hidden} />
      </Stack>
    );
  }
  return <LoadingOrError query={query} skeleton={<LoadingState rows={10} />} />;
}

function BladeFooter({ projectId, hidden, id }: EndpointBladeProps & { id: string }) {
  const t = useTranslations("dependencies");
  const set = useSearchParamSetter();
  const { data } = useQuery(endpointQuery(projectId, id, hidden.text));
  const { data: list } = useQuery(moveGroupsQuery(projectId, hidden.text));
  const vmKey = data?.endpoint.vmKey ?? null;
  return (
    <Group gap="sm">
      <Button
        variant="default"
        leftSection={<IconFocusCentered size={14} aria-hidden />}
        onClick={() => set({ tab: null, focus: id, server: null })}
      >
        {t("blade.focus")}
      </Button>
      {vmKey === null ? null : (
        <AddToGroup projectId={projectId} groups={list?.groups ?? []} vmKeys={[vmKey]} />
      )}
    </Group>
  );
}

function BladeTitle({ projectId, hidden, id }: EndpointBladeProps & { id: string }) {
  const t = useTranslations("dependencies.blade");
  const { data } = useQuery(endpointQuery(projectId, id, hidden.text));
  return <>{data?.endpoint.name ?? t("title")}</>;
}

/** One server with all that it opens and accepts; `?server=<id>` opens it. */
export function EndpointBlade(props: EndpointBladeProps) {
  return (
    <Blade
      param="server"
      size={720}
      title={(id) => <BladeTitle {...props} id={id} />}
      footer={(id) => <BladeFooter {...props} id={id} />}
    >
      {(id) => <BladeBody {...props} id={id} />}
    </Blade>
  );
}
