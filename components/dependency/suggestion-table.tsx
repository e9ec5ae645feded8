"use client";

import { Checkbox, Group, ScrollArea, Stack, Table, Text, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { Known } from "@/components/ui/no-data";
import { StateBadge } from "@/components/ui/state-badge";
import type { SuggestedGroupRow, SuggestionsAnswer } from "@/lib/dependency/move-group-schema";
import { BlockerList } from "./blocker-list";
import { useCohesionText } from "./use-cohesion-text";

/** Names of VMs and cuts shown of one group. */
const SHOWN_VMS = 40;
const SHOWN_CUTS = 6;

interface SuggestionTableProps {
  answer: SuggestionsAnswer;
  selected: readonly string[];
  onSelected: (ids: string[]) => void;
}

function Details({ group, answer }: { group: SuggestedGroupRow; answer: SuggestionsAnswer }) {
  const t = useTranslations("dependencies.suggest");
  const names = new Map(answer.groups.map(({ id, name }) => [id, name]));
  const cuts = answer.cuts
    .filter(({ leftId, rightId }) => leftId === group.id || rightId === group.id)
    .slice(0, SHOWN_CUTS);
  const shown = group.vms.slice(0, SHOWN_VMS);
  return (
    // The row is as wide as the table, which scrolls: what is read must fit the screen.
    <Stack gap="sm" py="xs" maw="calc(100vw - 120px)">
      <div>
        <Text fz="xs" fw={600}>
          {t("vms")}
        </Text>
        <Text fz="sm">
          {shown.map(({ name }) => name).join(", ")}
          {group.vms.length > SHOWN_VMS
            ? ` ${t("andMore", { count: group.vms.length - SHOWN_VMS })}`
            : ""}
        </Text>
      </div>
      <div>
        <Text fz="xs" fw={600}>
          {t("cuts")}
        </Text>
        {cuts.length === 0 ? (
          <Text fz="sm" c="dimmed">
            {t("noCuts")}
          </Text>
        ) : (
          cuts.map((cut) => (
            <Text fz="sm" key={`${cut.leftId} ${cut.rightId}`}>
              {t("cut", {
                name: names.get(cut.leftId === group.id ? cut.rightId : cut.leftId) ?? "",
                links: cut.links,
                ports: cut.ports.join(", "),
              })}
            </Text>
          ))
        )}
      </div>
      {group.blockers.length > 0 ? (
        <div>
          <Text fz="xs" fw={600}>
            {t("blockers")}
          </Text>
          <BlockerList blockers={group.blockers} />
        </div>
      ) : null}
    </Stack>
  );
}

/** The suggested groups: choose some, look inside each. */
export function SuggestionTable({ answer, selected, onSelected }: SuggestionTableProps) {
  const t = useTranslations("dependencies.suggest");
  const tGroups = useTranslations("dependencies.groups");
  const format = useFormatter();
  const cohesion = useCohesionText();
  const [open, setOpen] = useState<string | null>(null);
  const toggle = (id: string) =>
    onSelected(selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id]);
  return (
    <ScrollArea.Autosize
      mah={460}
      type="auto"
      viewportProps={{ tabIndex: 0, "aria-label": t("title") }}
    >
      <Table miw={720} stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={36}>
              <Checkbox
                size="xs"
                aria-label={t("selectAll")}
                checked={selected.length === answer.groups.length}
                indeterminate={selected.length > 0 && selected.length < answer.groups.length}
                onChange={(event) =>
                  onSelected(event.currentTarget.checked ? answer.groups.map(({ id }) => id) : [])
                }
              />
            </Table.Th>
            <Table.Th>{tGroups("name")}</Table.Th>
            <Table.Th>{t("kind")}</Table.Th>
            <Table.Th ta="end">{tGroups("vms")}</Table.Th>
            <Table.Th ta="end">{tGroups("cohesion")}</Table.Th>
            <Table.Th ta="end">{tGroups("cutLinks")}</Table.Th>
            <Table.Th>{tGroups("blockers")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answer.groups.map((group) => (
            <Fragment key={group.id}>
              <Table.Tr>
                <Table.Td>
                  <Checkbox
                    size="xs"
                    aria-label={t("select", { name: group.name })}
                    checked={selected.includes(group.id)}
                    onChange={() => toggle(group.id)}
                  />
                </Table.Td>
                <Table.Th scope="row" fw={400}>
                  <UnstyledButton
                    fz="sm"
                    aria-expanded={open === group.id}
                    onClick={() => setOpen(open === group.id ? null : group.id)}
                  >
                    <Group gap={4} wrap="nowrap">
                      {open === group.id ? (
                        <IconChevronDown size={14} aria-hidden />
                      ) : (
                        <IconChevronRight size={14} aria-hidden />
                      )}
                      {group.name}
                    </Group>
                  </UnstyledButton>
                </Table.Th>
                <Table.Td>{t(`kinds.${group.kind}`)}</Table.Td>
                <Table.Td ta="end" className="lf-numeric">
                  {format.number(group.vms.length)}
                </Table.Td>
                <Table.Td ta="end" className="lf-numeric">
                  <Known value={group.cohesionRatio}>{cohesion}</Known>
                </Table.Td>
                <Table.Td ta="end" className="lf-numeric">
                  {format.number(group.outsideLinks)}
                </Table.Td>
                <Table.Td>
                  {group.blockers.length === 0 ? (
                    tGroups("noBlockers")
                  ) : (
                    <StateBadge tone="danger" withDot>
                      {tGroups("cannotMove", { count: group.blockers.length })}
                    </StateBadge>
                  )}
                </Table.Td>
              </Table.Tr>
              {open === group.id ? (
                <Table.Tr>
                  <Table.Td />
                  <Table.Td colSpan={6}>
                    <Details group={group} answer={answer} />
                  </Table.Td>
                </Table.Tr>
              ) : null}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  );
}
