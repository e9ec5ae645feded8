"use client";

import { ActionIcon, Alert, Avatar, Group, Table, Text } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconInfoCircle, IconTrash, IconUserPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useCaller, useCan } from "@/components/shell/caller-context";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { LoadingState } from "@/components/ui/loading-state";
import { notify } from "@/components/ui/notify";
import { onDemand } from "@/components/ui/on-demand";
import { PageHeader } from "@/components/ui/page-header";
import { StateBadge } from "@/components/ui/state-badge";
import type { Member, Role } from "@/lib/account/schema";
import { membersQuery, useDeleteMember, useUpdateMember } from "@/lib/client/account-queries";
import classes from "./members-view.module.css";
import { RoleSelect } from "./role-select";

const AddMemberDialog = onDemand(async () => (await import("./add-member-dialog")).AddMemberDialog);

function MemberRow({ member, onRemove }: { member: Member; onRemove: () => void }) {
  const t = useTranslations("members");
  const format = useFormatter();
  const caller = useCaller();
  const manages = useCan("Owner");
  const update = useUpdateMember();
  const notifyError = useNotifyError();
  const changeRole = (role: Role) =>
    update.mutate(
      { id: member.id, role },
      {
        onSuccess: () =>
          notify({ kind: "success", message: t("roleChanged", { name: member.name, role }) }),
        onError: notifyError,
      },
    );
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={600}>
        <Group gap="sm" wrap="nowrap">
          <Avatar size={28} radius="50%" name={member.name} color="azure" aria-hidden />
          {member.name}
          {member.id === caller.userId ? <StateBadge tone="info">{t("you")}</StateBadge> : null}
        </Group>
      </Table.Th>
      <Table.Td>{member.email}</Table.Td>
      <Table.Td>
        {manages ? (
          <RoleSelect
            size="xs"
            w={140}
            value={member.role}
            onChange={changeRole}
            disabled={update.isPending}
            aria-label={t("roleOf", { name: member.name })}
          />
        ) : (
          member.role
        )}
      </Table.Td>
      <Table.Td>{format.dateTime(new Date(member.createdAt), { dateStyle: "medium" })}</Table.Td>
      {manages ? (
        <Table.Td ta="end">
          {member.id === caller.userId ? null : (
            <ActionIcon onClick={onRemove} aria-label={t("remove", { name: member.name })}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          )}
        </Table.Td>
      ) : null}
    </Table.Tr>
  );
}

function MembersTable({ onRemove }: { onRemove: (member: Member) => void }) {
  const t = useTranslations("members");
  const manages = useCan("Owner");
  const query = useQuery(membersQuery());
  const members = query.data;
  if (!members) {
    return <LoadingOrError query={query} skeleton={<LoadingState shape="table" rows={4} />} />;
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keys.
    <section className={classes.scroll} tabIndex={0} aria-label={t("title")}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("columns.name")}</Table.Th>
            <Table.Th>{t("columns.email")}</Table.Th>
            <Table.Th>{t("columns.role")}</Table.Th>
            <Table.Th>{t("columns.since")}</Table.Th>
            {manages ? <Table.Th ta="end">{t("columns.actions")}</Table.Th> : null}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {members.map((member) => (
            <MemberRow key={member.id} member={member} onRemove={() => onRemove(member)} />
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** Who may use this server, and as what. An Owner changes it, others read it. */
export function MembersView() {
  const t = useTranslations("members");
  const caller = useCaller();
  const manages = useCan("Owner");
  const [adding, add] = useDisclosure(false);
  const [removing, setRemoving] = useState<Member | null>(null);
  const remove = useDeleteMember();
  const notifyError = useNotifyError();
  const confirmRemoval = () => {
    if (!removing) return;
    remove.mutate(removing.id, {
      onSuccess: () => notify({ kind: "success", message: t("removed", { name: removing.name }) }),
      onError: notifyError,
      onSettled: () => setRemoving(null),
    });
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        commands={
          manages
            ? [
                {
                  id: "add",
                  label: t("add"),
                  icon: <IconUserPlus size={16} aria-hidden />,
                  onClick: add.open,
                },
              ]
            : []
        }
      />
      {manages ? null : (
        <Alert color="azure" icon={<IconInfoCircle size={18} aria-hidden />} mb="md">
          <Text fz="sm">{t("readOnly", { role: caller.role })}</Text>
        </Alert>
      )}
      <MembersTable onRemove={setRemoving} />
      <AddMemberDialog opened={adding} onClose={add.close} />
      <ConfirmDialog
        opened={removing !== null}
        onClose={() => setRemoving(null)}
        onConfirm={confirmRemoval}
        title={t("removeTitle")}
        confirmLabel={t("removeConfirm")}
        destructive
        pending={remove.isPending}
      >
        {removing ? t("removeSentence", { name: removing.name, email: removing.email }) : null}
      </ConfirmDialog>
    </>
  );
}
