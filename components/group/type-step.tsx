"use client";

import { Fieldset, NumberInput, Select, SimpleGrid, Stack, Switch, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { localPage } from "@/components/inventory/local-page";
import type { DataColumn } from "@/components/tables/columns";
import { DataTable } from "@/components/tables/data-table";
import type { PageRequest } from "@/components/tables/page-request";
import { MIGRATION_TYPES, migrationTypeSchema } from "@/lib/hcx/migration-types";
import { type ChosenVm, type GroupForm, typeOf } from "./group-draft";
import { VerdictMarks } from "./verdict-marks";

/** Options of the whole group, in the order of HCX's extended options. */
const SWITCHES = [
  "removeSnapshots",
  "removeISOs",
  "retainMac",
  "upgradeHardware",
  "upgradeVMTools",
  "enableSeedCheckpoint",
  "migrateCustomAttributes",
  "replicateSecurityTags",
] as const;

interface StepProps {
  form: GroupForm;
  onChange: (changes: Partial<GroupForm>) => void;
}

function OwnTypes({ form, onChange }: StepProps) {
  const t = useTranslations("groups");
  const { vms, groupType } = form;
  const columns = useMemo<DataColumn<ChosenVm>[]>(() => {
    const change = (vmKey: string, changes: Partial<ChosenVm>) =>
      onChange({ vms: vms.map((vm) => (vm.vmKey === vmKey ? { ...vm, ...changes } : vm)) });
    return [
      {
        id: "name",
        label: t("columns.vm"),
        widthPx: 180,
        rowHeader: true,
        sortable: true,
        cell: (vm) => vm.name,
      },
      {
        id: "types",
        label: t("columns.verdicts"),
        widthPx: 270,
        cell: (vm) => <VerdictMarks types={vm.types} />,
      },
      {
        id: "ownType",
        label: t("columns.type"),
        widthPx: 240,
        cell: (vm) => (
          <Select
            size="xs"
            variant="unstyled"
            aria-label={t("wizard.typeOfVm", { name: vm.name })}
            data={[
              {
                value: "",
                label: t("wizard.asGroup", {
                  type: t(`types.${typeOf({ ...vm, ownType: null }, groupType)}`),
                }),
              },
              ...MIGRATION_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) })),
            ]}
            value={vm.ownType ?? ""}
            onChange={(next) => {
              const parsed = migrationTypeSchema.safeParse(next);
              change(vm.vmKey, { ownType: parsed.success ? parsed.data : null });
            }}
            allowDeselect={false}
          />
        ),
      },
      {
        id: "forcePowerOffVm",
        label: t("wizard.forcePowerOff"),
        widthPx: 140,
        cell: (vm) => (
          <Switch
            size="xs"
            aria-label={t("wizard.forcePowerOffOf", { name: vm.name })}
            checked={vm.forcePowerOffVm}
            onChange={(event) => change(vm.vmKey, { forcePowerOffVm: event.currentTarget.checked })}
          />
        ),
      },
    ];
  }, [t, vms, groupType, onChange]);
  const pageQuery = useCallback(
    (request: PageRequest) => ({
      // The list itself is the key: it is another one after every change.
      queryKey: ["local", "group-types", vms, request],
      queryFn: () => localPage(vms, { name: (vm) => vm.name }, request),
      staleTime: Number.POSITIVE_INFINITY,
    }),
    [vms],
  );
  return (
    <DataTable<ChosenVm>
      id="group-types"
      label={t("wizard.ownTypes")}
      columns={columns}
      rowId={(vm) => vm.vmKey}
      pageQuery={pageQuery}
      searchable
      paramPrefix="types"
      maxHeight="360px"
      live
    />
  );
}

/** The group's name, its migration type, its options, and the types of single VMs. */
export function TypeStep({ form, onChange }: StepProps) {
  const t = useTranslations("groups");
  const { options, groupType, dailyChangeRatio } = form;
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 1, sm: 2 }} maw={860}>
        <TextInput
          label={t("wizard.name")}
          description={t("wizard.nameHelp")}
          required
          value={form.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
          maxLength={80}
        />
        <Select
          label={t("wizard.groupType")}
          description={t("wizard.groupTypeHelp")}
          data={[
            { value: "best", label: t("wizard.bestType") },
            ...MIGRATION_TYPES.map((type) => ({ value: type, label: t(`types.${type}`) })),
          ]}
          value={groupType}
          onChange={(next) => {
            const parsed = migrationTypeSchema.safeParse(next);
            onChange({ groupType: parsed.success ? parsed.data : "best" });
          }}
          allowDeselect={false}
        />
      </SimpleGrid>
      <Fieldset legend={t("wizard.options")} maw={860}>
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          {SWITCHES.map((name) => (
            <Switch
              key={name}
              label={t(`options.${name}.label`)}
              description={t(`options.${name}.help`)}
              checked={options[name]}
              onChange={(event) =>
                onChange({ options: { ...options, [name]: event.currentTarget.checked } })
              }
            />
          ))}
          <NumberInput
            label={t("wizard.dailyChange")}
            description={t("wizard.dailyChangeHelp")}
            placeholder={t("wizard.dailyChangeDefault")}
            value={dailyChangeRatio === null ? "" : Number((dailyChangeRatio * 100).toFixed(4))}
            onChange={(next) =>
              onChange({ dailyChangeRatio: next === "" ? null : Number(next) / 100 })
            }
            min={0}
            max={100}
            suffix=" %"
          />
        </SimpleGrid>
      </Fieldset>
      <OwnTypes form={form} onChange={onChange} />
    </Stack>
  );
}
