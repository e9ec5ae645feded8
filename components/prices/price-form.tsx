"use client";

import {
  Button,
  Group,
  NumberInput,
  SegmentedControl,
  Select,
  Stack,
  Text,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslations } from "next-intl";
import { QueryError } from "@/components/shell/query-error";
import { useProblemSentence } from "@/components/ui/error-sentence";
import { notify } from "@/components/ui/notify";
import { problemsOf } from "@/components/ui/schema-problems";
import { CURRENCIES, SAVINGS_OPTIONS, type SavingsOption } from "@/lib/assessment/schema";
import { useChangePrices } from "@/lib/client/price-queries";
import { enteredPriceSchema } from "@/lib/cost/price-api-schema";
import { HOURS_PER_MONTH, type PriceEntry, priceKey } from "@/lib/cost/schema";
import { AVS_REGIONS, HOST_SKUS, type HostSku } from "@/lib/private-cloud/regions";

interface PriceFormProps {
  projectId: string;
  baseId: string;
  /** The price to correct; null for a new one. */
  price: PriceEntry | null;
  onDone: () => void;
}

/** How the amount is given: price sheets print hours, months, or the whole term. */
type Unit = "month" | "hour" | "term";
const TERM_MONTHS: Readonly<Record<SavingsOption, number>> = {
  None: 1,
  RI1Year: 12,
  RI3Year: 36,
  RI5Year: 60,
};

interface Values extends Record<string, unknown> {
  nodeType: HostSku;
  savingsOption: SavingsOption;
  vcf: "byol" | "included";
  region: string;
  currency: (typeof CURRENCIES)[number];
  amount: number | "";
  unit: Unit;
  source: string;
  date: string;
}

function perMonth({ amount, unit, savingsOption }: Values): number {
  const number = typeof amount === "number" ? amount : Number.NaN;
  if (unit === "hour") return number * HOURS_PER_MONTH;
  return unit === "term" ? number / TERM_MONTHS[savingsOption] : number;
}

function toPrice(values: Values) {
  const { amount: _amount, unit: _unit, region, ...rest } = values;
  return { ...rest, region: region === "" ? null : region, perHostMonth: perMonth(values) };
}

/** One price by hand: from a quote, a contract or the portal's calculator. */
export function PriceForm({ projectId, baseId, price, onDone }: PriceFormProps) {
  const t = useTranslations("prices.form");
  const tPrices = useTranslations("prices");
  const tTable = useTranslations("prices.table");
  const tTerms = useTranslations("assessment.values.savingsOptions");
  const tActions = useTranslations("common.actions");
  const sentence = useProblemSentence();
  const change = useChangePrices(projectId);
  const form = useForm<Values>({
    initialValues: {
      nodeType: price?.nodeType ?? "AV48",
      savingsOption: price?.savingsOption ?? "None",
      vcf: price?.vcf ?? "byol",
      region: price ? (price.region ?? "") : "koreacentral",
      currency: price?.currency ?? "USD",
      amount: price?.perHostMonth ?? "",
      unit: "month",
      source: price?.confidence === "entered" ? price.source : "",
      date: new Date().toISOString().slice(0, 10),
    },
    validate: (values) => {
      const errors: Record<string, string> = {};
      for (const problem of problemsOf(enteredPriceSchema, toPrice(values))) {
        const field = problem.path === "perHostMonth" ? "amount" : problem.path;
        errors[field] = sentence(problem);
      }
      return errors;
    },
    validateInputOnBlur: true,
  });
  const { values } = form;
  const isReservation = values.savingsOption !== "None";
  const save = (body: { set?: ReturnType<typeof toPrice>[]; remove?: string[] }) =>
    change.mutate(
      { kind: "entered", baseId, ...body },
      {
        onSuccess: () => {
          onDone();
          notify({ kind: "success", message: tPrices("saved") });
        },
      },
    );
  const submit = form.onSubmit((sent) => {
    const next = toPrice(sent);
    const moved = price !== null && priceKey(price) !== priceKey(next);
    save({ set: [next], ...(moved ? { remove: [priceKey(price)] } : {}) });
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <Text fz="sm" c="dimmed">
          {t("sentence")}
        </Text>
        <Group grow align="flex-start">
          <Select
            label={tTable("nodeType")}
            data={[...HOST_SKUS]}
            allowDeselect={false}
            {...form.getInputProps("nodeType")}
          />
          <Select
            label={tTable("term")}
            data={SAVINGS_OPTIONS.map((value) => ({ value, label: tTerms(value) }))}
            allowDeselect={false}
            {...form.getInputProps("savingsOption")}
          />
        </Group>
        <Select
          label={tTable("vcf")}
          description={t("vcfHelp")}
          data={(["byol", "included"] as const).map((value) => ({
            value,
            label: tTable(`vcfValues.${value}`),
          }))}
          allowDeselect={false}
          {...form.getInputProps("vcf")}
        />
        <Select
          label={tTable("region")}
          data={[
            { value: "", label: tTable("noRegion") },
            ...AVS_REGIONS.map((region) => ({
              value: region.location,
              label: region.displayName,
            })),
          ]}
          searchable
          allowDeselect={false}
          {...form.getInputProps("region")}
        />
        <div>
          <Text fz="sm" fw={500} mb={4} id="price-unit">
            {t("unit")}
          </Text>
          <SegmentedControl
            aria-labelledby="price-unit"
            size="xs"
            data={(["month", "hour", ...(isReservation ? (["term"] as const) : [])] as const).map(
              (value) => ({ value, label: t(`units.${value}`) }),
            )}
            {...form.getInputProps("unit")}
          />
        </div>
        <Group grow align="flex-start">
          <NumberInput
            label={t(`amount.${values.unit}`)}
            required
            min={0}
            decimalScale={4}
            thousandSeparator=","
            {...form.getInputProps("amount")}
          />
          <Select
            label={t("currency")}
            data={[...CURRENCIES]}
            searchable
            allowDeselect={false}
            {...form.getInputProps("currency")}
          />
        </Group>
        <TextInput
          label={tTable("source")}
          description={t("sourceHelp")}
          required
          maxLength={200}
          {...form.getInputProps("source")}
        />
        <TextInput
          label={tTable("date")}
          description={t("dateHelp")}
          type="date"
          required
          {...form.getInputProps("date")}
        />
        {change.error ? <QueryError error={change.error} /> : null}
        <Group justify="space-between" gap="sm">
          {price ? (
            <Button
              variant="default"
              color="red"
              disabled={change.isPending}
              onClick={() => save({ remove: [priceKey(price)] })}
            >
              {t("remove")}
            </Button>
          ) : (
            <span />
          )}
          <Group gap="sm">
            <Button variant="default" onClick={onDone}>
              {tActions("cancel")}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {tActions("save")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
