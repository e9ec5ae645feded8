"use client";

import { Accordion, Group, NumberInput, Select, SimpleGrid, Stack, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useProblemSentence } from "@/components/ui/error-sentence";
import { StateBadge } from "@/components/ui/state-badge";
import {
  CASE_YEARS,
  FIELD_GROUPS,
  FIELD_KEYS,
  type FieldGroup,
  type FieldKey,
  specOf,
} from "@/lib/cost/business-case/fields";
import type { FieldValues } from "@/lib/cost/business-case/values";
import { CaseField } from "./case-field";
import type { CaseDraft } from "./use-case-draft";

interface CaseInputsProps {
  draft: CaseDraft;
  values: FieldValues;
  currency: string;
  readOnly: boolean;
}

/** Fields that mean nothing under the chosen way of counting facilities. */
function isHidden(field: FieldKey, draft: CaseDraft): boolean {
  const colocation = draft.inputs.facilityModel === "colocation";
  if (field === "colocationPerKwMonth" || field === "unusedCapacityRatio") return !colocation;
  return (field === "electricityPerKwh" || field === "ownFacilityPerYear") && colocation;
}

function Pace({ draft, readOnly }: CaseInputsProps) {
  const t = useTranslations("business-case.pace");
  const sentence = useProblemSentence();
  const problem = draft.problems.get("migrationPace");
  return (
    <fieldset style={{ border: 0, padding: 0, margin: 0 }}>
      <Text component="legend" fz="sm" fw={600} mb={2}>
        {t("title")}
      </Text>
      <Text fz="xs" c="dimmed" mb={6}>
        {t("help")}
      </Text>
      <Group gap="xs" align="flex-start">
        {Array.from({ length: CASE_YEARS }, (_, year) => (
          <NumberInput
            // biome-ignore lint/suspicious/noArrayIndexKey: a box is its year.
            key={year}
            w={92}
            label={t("year", { year })}
            min={0}
            max={100}
            suffix=" %"
            readOnly={readOnly}
            decimalScale={1}
            value={Math.round((draft.inputs.migrationPace[year] ?? 0) * 1_000) / 10}
            onChange={(next) =>
              draft.change({
                migrationPace: draft.inputs.migrationPace.map((share, index) =>
                  index === year ? (typeof next === "number" ? next / 100 : 0) : share,
                ),
              })
            }
          />
        ))}
      </Group>
      {problem ? (
        <Text fz="xs" c="var(--mantine-color-error)" role="alert" mt={4}>
          {problem === "paceMustRise" ? t("mustRise") : sentence({ code: problem })}
        </Text>
      ) : null}
    </fieldset>
  );
}

function GroupChoices({ group, draft, readOnly }: CaseInputsProps & { group: FieldGroup }) {
  const t = useTranslations("business-case.choices");
  if (group === "facilities") {
    return (
      <Select
        label={t("facilityModel.label")}
        data={(["colocation", "ownDatacentre"] as const).map((value) => ({
          value,
          label: t(`facilityModel.${value}`),
        }))}
        value={draft.inputs.facilityModel}
        allowDeselect={false}
        readOnly={readOnly}
        onChange={(value) =>
          draft.change({ facilityModel: value === "ownDatacentre" ? value : "colocation" })
        }
      />
    );
  }
  if (group !== "servers") return null;
  return (
    <Select
      label={t("serverRatio.label")}
      description={t("serverRatio.help")}
      inputWrapperOrder={["label", "input", "description", "error"]}
      data={(["memoryPerCore", "coresPerMemory"] as const).map((value) => ({
        value,
        label: t(`serverRatio.${value}`),
      }))}
      value={draft.inputs.serverRatio}
      allowDeselect={false}
      readOnly={readOnly}
      onChange={(value) =>
        draft.change({ serverRatio: value === "coresPerMemory" ? value : "memoryPerCore" })
      }
    />
  );
}

/** Every input by group, with its default and source; nothing that counts is hidden elsewhere. */
export function CaseInputs(props: CaseInputsProps) {
  const { draft, values } = props;
  const t = useTranslations("business-case");
  return (
    <Stack gap="md">
      <Pace {...props} />
      <Accordion variant="contained" order={3} multiple>
        {FIELD_GROUPS.map((group) => {
          const fields = FIELD_KEYS.filter(
            (field) => specOf(field).group === group && !isHidden(field, draft),
          );
          const unknown = fields.filter((field) => values[field].origin === "unknown").length;
          const entered = fields.filter((field) => values[field].origin === "entered").length;
          return (
            <Accordion.Item key={group} value={group}>
              <Accordion.Control>
                <Group gap="sm" justify="space-between" pe="sm">
                  <Text fz="sm" fw={600}>
                    {t(`groups.${group}`)}
                  </Text>
                  <Group gap={6}>
                    {entered > 0 ? (
                      <StateBadge tone="info">{t("enteredCount", { count: entered })}</StateBadge>
                    ) : null}
                    {unknown > 0 ? (
                      <StateBadge tone="warning">
                        {t("unknownCount", { count: unknown })}
                      </StateBadge>
                    ) : null}
                  </Group>
                </Group>
              </Accordion.Control>
              <Accordion.Panel>
                <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="lg" verticalSpacing="md">
                  <GroupChoices {...props} group={group} />
                  {fields.map((field) => (
                    <CaseField
                      key={field}
                      field={field}
                      value={values[field]}
                      draft={draft}
                      currency={props.currency}
                      readOnly={props.readOnly}
                    />
                  ))}
                </SimpleGrid>
              </Accordion.Panel>
            </Accordion.Item>
          );
        })}
      </Accordion>
    </Stack>
  );
}
