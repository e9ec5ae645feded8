"use client";

import { Modal, Stack, Switch, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ZonedTimeInput } from "@/components/clock/zoned-time-input";
import { DialogActions } from "@/components/ui/dialog-actions";
import { useCommand } from "@/components/world/use-command";
import type { ClockView } from "@/lib/world/api-schema";
import type { CommandRequest } from "@/lib/world/schema";
import { byGroup, type MigrationRef } from "./migration-selection";

/** A usual weekend night. */
const WINDOW_SECONDS = 8 * 3_600;

interface RescheduleDialogProps {
  projectId: string;
  view: ClockView;
  /** VMs of one or several groups. */
  migrations: readonly MigrationRef[];
  /** Whole groups instead of single VMs. */
  groupIds?: readonly string[];
  opened: boolean;
  onClose: () => void;
}

/** Gives migrations another switchover window, or none: then they switch over when they are ready. */
export function RescheduleDialog(props: RescheduleDialogProps) {
  const t = useTranslations("board.actions");
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t("mobilityGroup-reschedule.label")}
    >
      <RescheduleForm {...props} />
    </Modal>
  );
}

function RescheduleForm(props: RescheduleDialogProps) {
  const { projectId, view, migrations, groupIds, onClose } = props;
  const t = useTranslations("board.actions.mobilityGroup-reschedule");
  const { run, pending } = useCommand(projectId);
  const [scheduled, setScheduled] = useState(true);
  const [start, setStart] = useState<number | null>(null);
  const [end, setEnd] = useState<number | null>(null);
  const backwards = start !== null && end !== null && end <= start;
  const ready = !scheduled || (start !== null && end !== null && !backwards);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!ready) return;
    const switchoverWindow =
      scheduled && start !== null && end !== null ? { startSeconds: start, endSeconds: end } : null;
    const command = (groupId: string, vmKeys: string[] | null): CommandRequest => ({
      kind: "mobilityGroup.reschedule",
      payload: { groupId, vmKeys, switchoverWindow },
    });
    const commands = groupIds
      ? groupIds.map((groupId) => command(groupId, null))
      : [...byGroup(migrations)].map(([groupId, vmKeys]) => command(groupId, vmKeys));
    if (await run(commands, t("done"))) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text fz="sm">{t("explained")}</Text>
        <Switch
          label={t("withWindow")}
          checked={scheduled}
          onChange={(event) => setScheduled(event.currentTarget.checked)}
        />
        {scheduled ? (
          <>
            <ZonedTimeInput
              world={view}
              label={t("start")}
              value={start}
              minSeconds={view.nowSeconds}
              onChange={(next) => {
                setStart(next);
                if (next !== null && end === null) setEnd(next + WINDOW_SECONDS);
              }}
            />
            <ZonedTimeInput
              world={view}
              label={t("end")}
              value={end}
              minSeconds={view.nowSeconds}
              onChange={setEnd}
              error={backwards ? t("backwards") : undefined}
            />
          </>
        ) : (
          <Text fz="sm" c="dimmed">
            {t("withoutWindow")}
          </Text>
        )}
        <DialogActions
          onCancel={onClose}
          submitLabel={t("confirm")}
          disabled={!ready}
          pending={pending}
        />
      </Stack>
    </form>
  );
}
