"use client";

import { Group, Stack, Text, Title } from "@mantine/core";
import { IconLock, IconLockOpen, IconStack2, IconTrash } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { sectionHref } from "@/components/shell/sections";
import { ExportMenu } from "@/components/tables/export-menu";
import { Blade, useBlade } from "@/components/ui/blade";
import { DefinitionList } from "@/components/ui/definition-list";
import { LoadingState } from "@/components/ui/loading-state";
import { ReasonButton } from "@/components/ui/reason-button";
import { moveGroupQuery } from "@/lib/client/dependency-queries";
import { exportHref } from "@/lib/client/export-href";
import { deleteChange } from "@/lib/dependency/move-group-change";
import type { MoveGroupDetail } from "@/lib/dependency/move-group-schema";
import { BlockerList } from "./blocker-list";
import { GroupForm } from "./group-form";
import { GroupMembers } from "./group-members";
import { useCohesionText } from "./use-cohesion-text";
import { useGroupChange } from "./use-group-change";
import type { HiddenPorts } from "./use-hidden-ports";

interface GroupBladeProps {
  projectId: string;
  hidden: HiddenPorts;
}

function Part({
  title,
  action,
  children,
}: {
  title: string;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title}>
      <Group justify="space-between" mb={6}>
        <Title order={3}>{title}</Title>
        {action}
      </Group>
      {children}
    </section>
  );
}

function Cuts({ detail }: { detail: MoveGroupDetail }) {
  const t = useTranslations("dependencies.suggest");
  if (detail.cuts.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {t("noCuts")}
      </Text>
    );
  }
  return (
    <Stack gap={4}>
      {detail.cuts.map((cut) => (
        <Text fz="sm" key={`${cut.leftId} ${cut.rightId}`}>
          {t("cut", { name: cut.otherName, links: cut.links, ports: cut.ports.join(", ") })}
        </Text>
      ))}
    </Stack>
  );
}

function BladeBody({ projectId, hidden, id }: GroupBladeProps & { id: string }) {
  const t = useTranslations("dependencies.groups");
  const cohesion = useCohesionText();
  const query = useQuery(moveGroupQuery(projectId, id, hidden.text));
  const detail = query.data;
  if (!detail) {
    return <LoadingOrError query={query} skeleton={<LoadingState rows={10} />} />;
  }
  const { group } = detail;
  return (
    <Stack gap="xl">
      <DefinitionList
        items={[
          { term: t("vms"), value: String(group.vmCount) },
          {
            term: t("cohesion"),
            value: group.cohesionRatio === null ? null : cohesion(group.cohesionRatio),
          },
          { term: t("insideLinks"), value: String(group.insideLinks) },
          { term: t("cutLinks"), value: String(group.outsideLinks) },
          { term: t("changedBy"), value: group.updatedByName },
          ...(group.goneVms > 0
            ? [{ term: t("gone"), value: t("goneVms", { count: group.goneVms }) }]
            : []),
        ]}
      />
      <GroupForm key={`${group.id} ${group.revision}`} projectId={projectId} group={group} />
      <Part title={t("blockersTitle")}>
        <BlockerList blockers={group.blockers} />
      </Part>
      <Part title={t("cutsTitle")}>
        <Cuts detail={detail} />
      </Part>
      <Part
        title={t("membersTitle", { count: detail.members.length })}
        action={
          detail.members.length === 0 ? null : (
            <ExportMenu
              label={t("membersTitle", { count: detail.members.length })}
              href={(format) =>
                exportHref(
                  projectId,
                  "move-group-vms",
                  format,
                  {},
                  { group: id, hidden: hidden.text },
                )
              }
            />
          )
        }
      >
        <GroupMembers projectId={projectId} hidden={hidden} detail={detail} />
      </Part>
    </Stack>
  );
}

function BladeFooter({ projectId, hidden, id }: GroupBladeProps & { id: string }) {
  const t = useTranslations("dependencies.groups");
  const { data } = useQuery(moveGroupQuery(projectId, id, hidden.text));
  const { close } = useBlade("group");
  const { mayWrite, reason } = useMayWrite();
  const { send, pending } = useGroupChange(projectId);
  if (!data) return null;
  const { group } = data;
  const lock = () =>
    send(
      [group],
      { put: [{ ...group, locked: !group.locked }], remove: [] },
      t(group.locked ? "unlockedNotice" : "lockedNotice", { count: 1 }),
    );
  const remove = async () => {
    if (await send([group], deleteChange([group]), t("deletedNotice", { count: 1 }))) close();
  };
  return (
    <Group gap="sm">
      <ReasonButton
        href={`${sectionHref(projectId, "groups")}/new?moveGroup=${encodeURIComponent(id)}`}
        leftSection={<IconStack2 size={14} aria-hidden />}
        reason={group.vmCount === 0 ? t("nothingToMove") : null}
      >
        {t("toMobilityGroup")}
      </ReasonButton>
      <ReasonButton
        variant="default"
        loading={pending}
        reason={mayWrite ? null : reason}
        leftSection={
          group.locked ? <IconLockOpen size={14} aria-hidden /> : <IconLock size={14} aria-hidden />
        }
        onClick={() => void lock()}
      >
        {t(group.locked ? "unlock" : "lock")}
      </ReasonButton>
      <ReasonButton
        variant="default"
        loading={pending}
        reason={mayWrite ? (group.locked ? t("unlockFirst") : null) : reason}
        leftSection={<IconTrash size={14} aria-hidden />}
        onClick={() => void remove()}
      >
        {t("delete")}
      </ReasonButton>
    </Group>
  );
}

function BladeTitle({ projectId, hidden, id }: GroupBladeProps & { id: string }) {
  const t = useTranslations("dependencies.groups");
  const { data } = useQuery(moveGroupQuery(projectId, id, hidden.text));
  return <>{data?.group.name ?? t("title")}</>;
}

/** One move group: its facts, its members, and what can be done to it; `?group=<id>` opens it. */
export function GroupBlade(props: GroupBladeProps) {
  return (
    <Blade
      param="group"
      size={720}
      title={(id) => <BladeTitle {...props} id={id} />}
      footer={(id) => <BladeFooter {...props} id={id} />}
    >
      {(id) => <BladeBody {...props} id={id} />}
    </Blade>
  );
}
