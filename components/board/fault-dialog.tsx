"use client";

import { Modal, NumberInput, Radio, Select, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { DialogActions } from "@/components/ui/dialog-actions";
import { useCommand } from "@/components/world/use-command";
import { type FaultInject, faultInjectSchema } from "@/lib/hcx/mobility-group-schema";

type FaultKind = FaultInject["fault"];

const VM_FAULTS = [
  "snapshotTaken",
  "backupJob",
  "guestRefusesShutdown",
  "diskAdded",
  "churnSurge",
] as const;
const SITE_FAULTS = [
  "tunnelDown",
  "linkDegraded",
  "sourceVcenterReboot",
  "migrationTrackerStopped",
  "replicationCertificateMismatch",
  "activationLost",
  "targetDatastoreFull",
] as const;
const WITH_DURATION: readonly FaultKind[] = ["backupJob", "churnSurge", ...SITE_FAULTS];
const WITH_MESH: readonly FaultKind[] = [
  "tunnelDown",
  "linkDegraded",
  "migrationTrackerStopped",
  "replicationCertificateMismatch",
];

interface FaultDialogProps {
  projectId: string;
  opened: boolean;
  onClose: () => void;
  /** VMs that it happens to; empty for faults of the link and of vCenter. */
  vmKeys: readonly string[];
  meshNames: readonly string[];
  /** Datastores that migrations write to. */
  datastoreNames: readonly string[];
}

/** Makes something go wrong on purpose: that is what a rehearsal is for. */
export function FaultDialog(props: FaultDialogProps) {
  const t = useTranslations("board.faults");
  return (
    <Modal opened={props.opened} onClose={props.onClose} title={t("title")}>
      <FaultForm {...props} />
    </Modal>
  );
}

interface FaultValues {
  fault: FaultKind;
  minutes: number;
  percent: number;
  factor: number;
  mesh: string | null;
  datastore: string | null;
  vmKeys: readonly string[];
}

/** The payload of what was chosen; null while something is missing. */
function payloadOf(values: FaultValues): FaultInject | null {
  const parsed = faultInjectSchema.safeParse({
    fault: values.fault,
    vmKeys: values.vmKeys,
    serviceMeshName: values.mesh,
    datastoreName: values.datastore,
    durationSeconds: values.minutes * 60,
    capacityRatio: values.percent / 100,
    factor: values.factor,
  });
  return parsed.success ? parsed.data : null;
}

/** Nothing fills a datastore that no migration writes to. */
function siteFaults(datastoreNames: readonly string[]): readonly FaultKind[] {
  return SITE_FAULTS.filter((kind) => kind !== "targetDatastoreFull" || datastoreNames.length > 0);
}

function FaultForm(props: FaultDialogProps) {
  const { projectId, onClose, vmKeys, meshNames, datastoreNames } = props;
  const t = useTranslations("board.faults");
  const { run, pending } = useCommand(projectId);
  const kinds: readonly FaultKind[] = vmKeys.length > 0 ? VM_FAULTS : siteFaults(datastoreNames);
  const [fault, setFault] = useState<FaultKind>(kinds[0] ?? "snapshotTaken");
  const [minutes, setMinutes] = useState(15);
  const [percent, setPercent] = useState(25);
  const [factor, setFactor] = useState(10);
  const [mesh, setMesh] = useState<string | null>(meshNames[0] ?? null);
  const [datastore, setDatastore] = useState<string | null>(datastoreNames[0] ?? null);
  const payload = payloadOf({ fault, minutes, percent, factor, mesh, datastore, vmKeys });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (payload && (await run([{ kind: "fault.inject", payload }], t("done")))) onClose();
  };
  return (
    <form onSubmit={(event) => void submit(event)}>
      <Stack gap="md">
        <Text fz="sm">
          {vmKeys.length > 0 ? t("explainedVms", { count: vmKeys.length }) : t("explainedSite")}
        </Text>
        <Radio.Group
          label={t("what")}
          value={fault}
          onChange={(next) => setFault(kinds.find((kind) => kind === next) ?? fault)}
        >
          <Stack gap="xs" mt={6}>
            {kinds.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`kinds.${kind}.name`)}
                description={t(`kinds.${kind}.help`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        {WITH_MESH.includes(fault) ? (
          <Select
            label={t("mesh")}
            data={[...meshNames]}
            value={mesh}
            onChange={setMesh}
            allowDeselect={false}
          />
        ) : null}
        {fault === "targetDatastoreFull" ? (
          <Select
            label={t("datastore")}
            data={[...datastoreNames]}
            value={datastore}
            onChange={setDatastore}
            allowDeselect={false}
          />
        ) : null}
        {WITH_DURATION.includes(fault) ? (
          <NumberInput
            label={t("minutes")}
            value={minutes}
            onChange={(next) => setMinutes(Number(next))}
            min={1}
            max={43_200}
            allowDecimal={false}
          />
        ) : null}
        {fault === "linkDegraded" ? (
          <NumberInput
            label={t("percentLeft")}
            value={percent}
            onChange={(next) => setPercent(Number(next))}
            min={1}
            max={100}
            suffix=" %"
          />
        ) : null}
        {fault === "churnSurge" ? (
          <NumberInput
            label={t("factor")}
            value={factor}
            onChange={(next) => setFactor(Number(next))}
            min={1}
            max={1_000}
          />
        ) : null}
        <DialogActions
          onCancel={onClose}
          submitLabel={t("confirm")}
          destructive
          disabled={payload === null}
          pending={pending}
        />
      </Stack>
    </form>
  );
}
