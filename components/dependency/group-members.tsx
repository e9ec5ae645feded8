"use client";

import {
  Anchor,
  Button,
  Checkbox,
  Group,
  ScrollArea,
  Select,
  Stack,
  Table,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { SuitabilityBadge } from "@/components/readiness/suitability-signs";
import { Known } from "@/components/ui/no-data";
import { ReasonButton } from "@/components/ui/reason-button";
import { moveGroupsQuery } from "@/lib/client/dependency-queries";
import { vmsQuery } from "@/lib/client/inventory-queries";
import { addVmsChange, removeVmsChange, splitChange } from "@/lib/dependency/move-group-change";
import type { MoveGroupDetail } from "@/lib/dependency/move-group-schema";
import { NameDialog } from "./name-dialog";
import { useGroupChange } from "./use-group-change";
import type { HiddenPorts } from "./use-hidden-ports";
import { useOpenBlade } from "./use-open-blade";

const FIRST_MEMBERS = 100;

interface GroupMembersProps {
  projectId: string;
  hidden: HiddenPorts;
  detail: MoveGroupDetail;
}

/** Finds a VM of the inventory by name and adds it. */
function AddVm({ projectId, hidden, detail }: GroupMembersProps) {
  const t = useTranslations("dependencies.groups");
  const { send, pending } = useGroupChange(projectId);
  const { data: list } = useQuery(moveGroupsQuery(projectId, hidden.text));
  const [text, setText] = useState("");
  const [search] = useDebouncedValue(text, 250);
  const query = { search, offset: 0, limit: 20, scope: "inScope" as const };
  const found = useQuery({ ...vmsQuery(projectId, query), enabled: search.trim() !== "" });
  const { group } = detail;
  const add = (vmKey: string | null) => {
    if (vmKey === null || !list || pending) return;
    const name = found.data?.rows.find(({ key }) => key === vmKey)?.name ?? vmKey;
    setText("");
    void send(
      list.groups,
      addVmsChange(list.groups, group.id, [vmKey]),
      t("addedOne", { vm: name, name: group.name }),
    );
  };
  const options = (found.data?.rows ?? [])
    .filter(({ key }) => !group.vmKeys.includes(key))
    .map(({ key, name }) => ({ value: key, label: name }));
  return (
    <Select
      label={t("addVm")}
      placeholder={t("addVmPlaceholder")}
      searchable
      value={null}
      searchValue={text}
      onSearchChange={setText}
      onChange={add}
      data={options}
      filter={({ options: all }) => all}
      nothingFoundMessage={search.trim() === "" ? t("typeAName") : t("noSuchVm")}
      comboboxProps={{ withinPortal: true }}
    />
  );
}

/** The VMs of a group: take some out, make a group of them, add others. */
export function GroupMembers(props: GroupMembersProps) {
  const { projectId, detail } = props;
  const t = useTranslations("dependencies.groups");
  const tColumns = useTranslations("dependencies.columns");
  const format = useFormatter();
  const { mayWrite } = useMayWrite();
  const { send, pending } = useGroupChange(projectId);
  const { openServer } = useOpenBlade();
  const [selected, setSelected] = useState<string[]>([]);
  const [splitting, setSplitting] = useState(false);
  const [all, setAll] = useState(false);
  const { group, members } = detail;
  const shown = all ? members : members.slice(0, FIRST_MEMBERS);
  const mayEdit = mayWrite && !group.locked;
  const toggle = (key: string) =>
    setSelected(
      selected.includes(key) ? selected.filter((one) => one !== key) : [...selected, key],
    );
  const remove = async () => {
    const message = t("removed", { count: selected.length, name: group.name });
    if (await send([group], removeVmsChange(group, selected), message)) setSelected([]);
  };
  const split = async (name: string) => {
    const change = splitChange(group, selected, { id: crypto.randomUUID(), name });
    if (await send([group], change, t("created", { name }))) {
      setSelected([]);
      setSplitting(false);
    }
  };
  return (
    <Stack gap="sm">
      {group.locked ? (
        <Text fz="sm" c="dimmed">
          {t("lockedSentence")}
        </Text>
      ) : null}
      {mayEdit ? <AddVm {...props} /> : null}
      {mayEdit && selected.length > 0 ? (
        <Group gap="sm">
          <Button variant="default" loading={pending} onClick={() => void remove()}>
            {t("remove", { count: selected.length })}
          </Button>
          <ReasonButton
            variant="default"
            reason={selected.length === members.length ? t("splitAll") : null}
            onClick={() => setSplitting(true)}
          >
            {t("split", { count: selected.length })}
          </ReasonButton>
        </Group>
      ) : null}
      {members.length === 0 ? (
        <Text fz="sm" c="dimmed">
          {t("noMembers")}
        </Text>
      ) : (
        <ScrollArea type="auto">
          <Table miw={560}>
            <Table.Thead>
              <Table.Tr>
                {mayEdit ? (
                  <Table.Th w={36}>
                    <VisuallyHidden>{t("choose")}</VisuallyHidden>
                  </Table.Th>
                ) : null}
                <Table.Th>{tColumns("server")}</Table.Th>
                <Table.Th>{tColumns("readiness")}</Table.Th>
                <Table.Th ta="end">{t("insidePeers")}</Table.Th>
                <Table.Th ta="end">{t("outsidePeers")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((member) => (
                <Table.Tr key={member.vmKey}>
                  {mayEdit ? (
                    <Table.Td>
                      <Checkbox
                        size="xs"
                        aria-label={t("chooseVm", { name: member.name })}
                        checked={selected.includes(member.vmKey)}
                        onChange={() => toggle(member.vmKey)}
                      />
                    </Table.Td>
                  ) : null}
                  <Table.Th scope="row" fw={400}>
                    {member.isGone || member.insidePeers + member.outsidePeers === 0 ? (
                      member.name
                    ) : (
                      <Anchor
                        component="button"
                        type="button"
                        fz="sm"
                        onClick={() => openServer(`vm:${member.vmKey}`)}
                      >
                        {member.name}
                      </Anchor>
                    )}
                    {member.isGone ? ` (${t("isGone")})` : ""}
                  </Table.Th>
                  <Table.Td>
                    <Known value={member.suitability}>
                      {(suitability) => <SuitabilityBadge suitability={suitability} />}
                    </Known>
                  </Table.Td>
                  <Table.Td ta="end" className="lf-numeric">
                    {format.number(member.insidePeers)}
                  </Table.Td>
                  <Table.Td ta="end" className="lf-numeric">
                    {format.number(member.outsidePeers)}
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      )}
      {members.length > FIRST_MEMBERS && !all ? (
        <Button variant="subtle" onClick={() => setAll(true)}>
          {t("showAll", { count: members.length })}
        </Button>
      ) : null}
      <NameDialog
        opened={splitting}
        title={t("splitTitle", { count: selected.length })}
        confirmLabel={t("create")}
        pending={pending}
        onClose={() => setSplitting(false)}
        onConfirm={(name) => void split(name)}
      />
    </Stack>
  );
}
