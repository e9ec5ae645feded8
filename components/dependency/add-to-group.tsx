"use client";

import { Button, Menu } from "@mantine/core";
import { IconFolderPlus } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { ReasonButton } from "@/components/ui/reason-button";
import { addVmsChange, createChange } from "@/lib/dependency/move-group-change";
import type { MoveGroup } from "@/lib/dependency/move-group-schema";
import { NameDialog } from "./name-dialog";
import { useGroupChange } from "./use-group-change";

interface AddToGroupProps {
  projectId: string;
  groups: readonly MoveGroup[];
  vmKeys: readonly string[];
  onDone?: () => void;
}

/** Puts VMs into a move group, or into a new one. */
export function AddToGroup({ projectId, groups, vmKeys, onDone }: AddToGroupProps) {
  const t = useTranslations("dependencies.groups");
  const { mayWrite, reason } = useMayWrite();
  const { send, pending } = useGroupChange(projectId);
  const [naming, setNaming] = useState(false);
  const disabled = !mayWrite || vmKeys.length === 0;
  const add = async (group: MoveGroup) => {
    const change = addVmsChange(groups, group.id, vmKeys);
    if (await send(groups, change, t("added", { count: vmKeys.length, name: group.name }))) {
      onDone?.();
    }
  };
  const create = async (name: string) => {
    const change = createChange(groups, { id: crypto.randomUUID(), name, vmKeys: [...vmKeys] });
    if (await send(groups, change, t("created", { name }))) {
      setNaming(false);
      onDone?.();
    }
  };
  const look = {
    variant: "default",
    leftSection: <IconFolderPlus size={14} aria-hidden />,
    loading: pending,
    children: t("addTo"),
  };
  return (
    <>
      {disabled ? (
        <ReasonButton {...look} reason={mayWrite ? t("chooseVms") : reason} />
      ) : (
        <Menu position="bottom-start" width={260}>
          <Menu.Target>
            <Button {...look} />
          </Menu.Target>
          <Menu.Dropdown mah={320} style={{ overflowY: "auto" }}>
            <Menu.Item onClick={() => setNaming(true)}>{t("newGroup")}</Menu.Item>
            {groups.length > 0 ? <Menu.Divider /> : null}
            {groups
              .filter(({ locked }) => !locked)
              .map((group) => (
                <Menu.Item key={group.id} onClick={() => void add(group)}>
                  {group.name}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
      )}
      <NameDialog
        opened={naming}
        title={t("newTitle", { count: vmKeys.length })}
        confirmLabel={t("create")}
        pending={pending}
        onClose={() => setNaming(false)}
        onConfirm={(name) => void create(name)}
      />
    </>
  );
}
