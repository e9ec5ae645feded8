"use client";

import { Button, Checkbox, Tooltip } from "@mantine/core";
import {
  IconBan,
  IconBolt,
  IconCalendarTime,
  IconEraser,
  IconPower,
  IconRefresh,
} from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCan } from "@/components/shell/caller-context";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { useCommand } from "@/components/world/use-command";
import type { ClockView } from "@/lib/world/api-schema";
import type { MIGRATION_ACTIONS } from "@/lib/world/board-schema";
import { FaultDialog, RescheduleDialog } from "./board-dialogs";
import { type MigrationRef, type SelectionKind, selectionCommands } from "./migration-selection";

export type MigrationAction = (typeof MIGRATION_ACTIONS)[number];

const icons: Record<MigrationAction, ReactNode> = {
  "migration.cancel": <IconBan size={14} aria-hidden />,
  "migration.retry": <IconRefresh size={14} aria-hidden />,
  "migration.forcePowerOff": <IconPower size={14} aria-hidden />,
  "migration.forceCleanup": <IconEraser size={14} aria-hidden />,
  "mobilityGroup.reschedule": <IconCalendarTime size={14} aria-hidden />,
  "fault.inject": <IconBolt size={14} aria-hidden />,
};

/** Message keys have no dots of their own. */
const keyOf = (action: MigrationAction) => action.replace(".", "-");

interface MigrationActionsProps {
  projectId: string;
  view: ClockView;
  migrations: readonly MigrationRef[];
  /** What the world allows for them now. */
  actions: readonly MigrationAction[];
  /** A look at another instant: nothing can be done there. */
  lookingElsewhere: boolean;
  onDone?: () => void;
}

/** What can be done about one or several migrations, each asked for once more before it happens. */
export function MigrationActions(props: MigrationActionsProps) {
  const { projectId, view, migrations, actions, lookingElsewhere, onDone } = props;
  const t = useTranslations("board.actions");
  const mayOperate = useCan("Contributor");
  const { run, pending } = useCommand(projectId);
  const [asked, setAsked] = useState<MigrationAction | null>(null);
  // The last question stays while its dialog closes, and gives the focus back.
  const [confirmed, setConfirmed] = useState<SelectionKind | null>(null);
  const [remedied, setRemedied] = useState(false);
  const ask = (action: MigrationAction) => {
    setAsked(action);
    if (action !== "mobilityGroup.reschedule" && action !== "fault.inject") setConfirmed(action);
  };
  const close = () => {
    setAsked(null);
    setRemedied(false);
  };
  const reason = lookingElsewhere ? t("onlyNow") : mayOperate ? null : t("needsContributor");
  const confirm = async (kind: SelectionKind) => {
    const accepted = await run(
      selectionCommands(kind, migrations, remedied),
      t(`${keyOf(kind)}.done`, { count: migrations.length }),
    );
    close();
    if (accepted) onDone?.();
  };
  return (
    <>
      {actions.map((action) => (
        <Tooltip key={action} label={reason} disabled={reason === null}>
          <Button
            variant="default"
            leftSection={icons[action]}
            aria-disabled={reason !== null || undefined}
            data-disabled={reason !== null || undefined}
            onClick={reason === null ? () => ask(action) : undefined}
          >
            {t(`${keyOf(action)}.label`)}
          </Button>
        </Tooltip>
      ))}
      {confirmed ? (
        <ConfirmDialog
          opened={asked === confirmed}
          onClose={close}
          onConfirm={() => void confirm(confirmed)}
          title={t(`${keyOf(confirmed)}.label`)}
          confirmLabel={t(`${keyOf(confirmed)}.confirm`)}
          destructive={confirmed !== "migration.retry"}
          pending={pending}
        >
          {t(`${keyOf(confirmed)}.explained`, { count: migrations.length })}
          {confirmed === "migration.retry" ? (
            <Checkbox
              mt="md"
              label={t("migration-retry.remedied")}
              description={t("migration-retry.remediedHelp")}
              checked={remedied}
              onChange={(event) => setRemedied(event.currentTarget.checked)}
            />
          ) : null}
        </ConfirmDialog>
      ) : null}
      <RescheduleDialog
        projectId={projectId}
        view={view}
        migrations={migrations}
        opened={asked === "mobilityGroup.reschedule"}
        onClose={close}
      />
      <FaultDialog
        projectId={projectId}
        opened={asked === "fault.inject"}
        onClose={close}
        vmKeys={migrations.map((migration) => migration.vmKey)}
        meshNames={[]}
        datastoreNames={[]}
      />
    </>
  );
}
