"use client";

import { ActionIcon, Anchor, Group, Table, Text, Tooltip } from "@mantine/core";
import { IconRotate, IconTrash } from "@tabler/icons-react";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import { sectionHref } from "@/components/shell/sections";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { NoData } from "@/components/ui/no-data";
import { notify } from "@/components/ui/notify";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { usePutInUse } from "@/lib/client/change-queries";
import { isUnfinished, useDeleteImport } from "@/lib/client/imports-queries";
import type { ImportRecord } from "@/lib/discovery/import-schema";
import { AnonymisedBadge } from "./anonymised-badge";
import { ImportContentText } from "./import-content-text";
import { ImportStatusBadge } from "./import-status";
import { useDateText } from "./use-date-text";
import { useMayWrite } from "./use-may-write";

interface ImportRowProps {
  record: ImportRecord;
  onDelete: (record: ImportRecord) => void;
  onUse: (record: ImportRecord) => void;
}

/** Offered for imports whose content another import has taken the place of. */
function UseButton({ record, onUse }: Pick<ImportRowProps, "record" | "onUse">) {
  const t = useTranslations("changes.use");
  const { mayWrite, reason } = useMayWrite();
  if (record.content.length === 0 || record.inUse.length === record.content.length) return null;
  const label = t("action", { file: record.fileName });
  return (
    <Tooltip label={mayWrite ? label : reason}>
      <ActionIcon
        aria-label={label}
        aria-disabled={!mayWrite}
        data-disabled={!mayWrite || undefined}
        onClick={mayWrite ? () => onUse(record) : undefined}
      >
        <IconRotate size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function DeleteButton({ record, onDelete }: Pick<ImportRowProps, "record" | "onDelete">) {
  const t = useTranslations("imports.history");
  const { mayWrite, reason } = useMayWrite();
  const blocked = record.inUse.length > 0 ? t("inUse") : mayWrite ? null : reason;
  const label = t("delete", { file: record.fileName });
  return (
    <Tooltip label={blocked ?? label}>
      <ActionIcon
        aria-label={label}
        aria-disabled={blocked !== null}
        data-disabled={blocked !== null || undefined}
        onClick={blocked === null ? () => onDelete(record) : undefined}
      >
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  );
}

function ImportRow({ record, onDelete, onUse }: ImportRowProps) {
  const format = useFormatter();
  const size = useSizeText();
  const date = useDateText(record.projectId);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400} style={{ overflowWrap: "anywhere", minWidth: 220 }}>
        <Anchor component={Link} href={`${sectionHref(record.projectId, "imports")}/${record.id}`}>
          {record.fileName}
        </Anchor>
        {record.anonymised ? <AnonymisedBadge /> : null}
      </Table.Th>
      <Table.Td miw={120}>
        <ImportStatusBadge record={record} />
      </Table.Td>
      <Table.Td>
        <ImportContentText record={record} />
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{date(record.createdAt)}</Table.Td>
      <Table.Td>{record.createdByName}</Table.Td>
      <Table.Td ta="end" className="lf-numeric" style={{ whiteSpace: "nowrap" }}>
        {size.bytes(record.sizeBytes)}
      </Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        {record.content.includes("inventory") ? format.number(record.vmCount) : <NoData />}
      </Table.Td>
      <Table.Td ta="end">
        {isUnfinished(record) ? null : (
          <Group gap={4} justify="flex-end" wrap="nowrap">
            <UseButton record={record} onUse={onUse} />
            <DeleteButton record={record} onDelete={onDelete} />
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** Every import of the project, newest first. */
export function ImportHistory({ imports }: { imports: readonly ImportRecord[] }) {
  const t = useTranslations("imports.history");
  const tUse = useTranslations("changes.use");
  const [doomed, setDoomed] = useState<ImportRecord | null>(null);
  const [wanted, setWanted] = useState<ImportRecord | null>(null);
  const notifyError = useNotifyError();
  const remove = useDeleteImport(imports[0]?.projectId ?? "");
  const use = usePutInUse(imports[0]?.projectId ?? "");
  if (imports.length === 0) {
    return (
      <Text fz="sm" c="dimmed">
        {t("none")}
      </Text>
    );
  }
  return (
    <>
      <ScrollRegion label={t("title")}>
        <Table miw={860}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("file")}</Table.Th>
              <Table.Th>{t("state")}</Table.Th>
              <Table.Th>{t("content")}</Table.Th>
              <Table.Th>{t("when")}</Table.Th>
              <Table.Th>{t("who")}</Table.Th>
              <Table.Th ta="end">{t("size")}</Table.Th>
              <Table.Th ta="end">{t("vms")}</Table.Th>
              <Table.Th>
                <Group justify="flex-end">{t("actions")}</Group>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.map((record) => (
              <ImportRow key={record.id} record={record} onDelete={setDoomed} onUse={setWanted} />
            ))}
          </Table.Tbody>
        </Table>
      </ScrollRegion>
      <ConfirmDialog
        opened={doomed !== null}
        onClose={() => setDoomed(null)}
        title={t("deleteTitle")}
        confirmLabel={t("deleteConfirm")}
        destructive
        pending={remove.isPending}
        onConfirm={() =>
          doomed &&
          remove.mutate(doomed.id, { onError: notifyError, onSettled: () => setDoomed(null) })
        }
      >
        {t("deleteSentence", { file: doomed?.fileName ?? "" })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={wanted !== null}
        onClose={() => setWanted(null)}
        title={tUse("title")}
        confirmLabel={tUse("confirm")}
        pending={use.isPending}
        onConfirm={() =>
          wanted &&
          use.mutate(wanted.id, {
            onError: notifyError,
            onSuccess: ({ fileName }) =>
              notify({ kind: "success", message: tUse("done", { file: fileName }) }),
            onSettled: () => setWanted(null),
          })
        }
      >
        {tUse("sentence", { file: wanted?.fileName ?? "" })}
      </ConfirmDialog>
    </>
  );
}
