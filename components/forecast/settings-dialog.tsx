"use client";

import {
  Button,
  Fieldset,
  Group,
  Modal,
  NumberInput,
  SimpleGrid,
  Stack,
  Text,
} from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useCan } from "@/components/shell/caller-context";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { useSaveForecastSettings } from "@/lib/client/forecast-queries";
import { DEFAULT_FORECAST_SETTINGS, type ForecastSettings } from "@/lib/forecast/settings-schema";
import { UNCERTAINTY_NAMES } from "@/lib/migration/uncertainty-schema";
import { SETTING_FIELDS, type SettingField } from "./setting-fields";

interface SettingsDialogProps {
  projectId: string;
  settings: ForecastSettings;
  opened: boolean;
  onClose: () => void;
}

interface FieldProps {
  field: SettingField;
  draft: ForecastSettings;
  onChange: (draft: ForecastSettings) => void;
  disabled: boolean;
}

function NumberField({ field, draft, onChange, disabled }: FieldProps) {
  const t = useTranslations("forecast.settings");
  const { id, min, max, step, read, write } = field;
  return (
    <NumberInput
      label={t(`fields.${id}`)}
      description={t("default", { value: String(read(DEFAULT_FORECAST_SETTINGS)) })}
      value={read(draft)}
      onChange={(value) => {
        if (typeof value === "number" && value >= min && value <= max) {
          onChange(write(draft, value));
        }
      }}
      min={min}
      max={max}
      step={step}
      decimalScale={4}
      disabled={disabled}
    />
  );
}

/** The laws of the forecast, each with its default and why it is uncertain. */
export function SettingsDialog({ projectId, settings, opened, onClose }: SettingsDialogProps) {
  const t = useTranslations("forecast.settings");
  const inputs = useTranslations("forecast.inputs");
  const mayEdit = useCan("Contributor");
  const notifyError = useNotifyError();
  const save = useSaveForecastSettings(projectId);
  const [draft, setDraft] = useState(settings);
  // What others have saved meanwhile counts each time the dialog opens.
  // biome-ignore lint/correctness/useExhaustiveDependencies: not while somebody edits
  useEffect(() => setDraft(settings), [opened]);
  return (
    <Modal opened={opened} onClose={onClose} title={t("title")} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(draft, { onSuccess: onClose, onError: notifyError });
        }}
      >
        <Stack gap="md">
          <Text fz="sm">{t("description")}</Text>
          {UNCERTAINTY_NAMES.map((input) => (
            <Fieldset key={input} legend={inputs(`${input}.name`)}>
              <Text fz="xs" c="dimmed" mb="xs">
                {inputs(`${input}.why`)}
              </Text>
              <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
                {SETTING_FIELDS.filter((field) => field.input === input).map((field) => (
                  <NumberField
                    key={field.id}
                    field={field}
                    draft={draft}
                    onChange={setDraft}
                    disabled={!mayEdit}
                  />
                ))}
              </SimpleGrid>
            </Fieldset>
          ))}
          <Fieldset legend={t("effort")}>
            <NumberInput
              label={t("replications")}
              description={t("replicationsHelp")}
              placeholder={t("automatic")}
              value={draft.replications ?? ""}
              onChange={(value) =>
                setDraft({
                  ...draft,
                  replications: typeof value === "number" ? Math.round(value) : null,
                })
              }
              min={50}
              max={5000}
              step={100}
              allowDecimal={false}
              disabled={!mayEdit}
            />
          </Fieldset>
          {mayEdit ? null : (
            <Text fz="sm" c="dimmed">
              {t("needsContributor")}
            </Text>
          )}
          <Group justify="space-between">
            <Button
              variant="subtle"
              onClick={() => setDraft(DEFAULT_FORECAST_SETTINGS)}
              disabled={!mayEdit}
            >
              {t("reset")}
            </Button>
            <Group gap="xs">
              <Button variant="default" onClick={onClose}>
                {t("cancel")}
              </Button>
              <Button type="submit" disabled={!mayEdit} loading={save.isPending}>
                {t("save")}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
