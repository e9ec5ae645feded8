"use client";

import {
  Alert,
  Button,
  FileInput,
  Group,
  List,
  Radio,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { IconFileUpload } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { QueryError } from "@/components/shell/query-error";
import { notify } from "@/components/ui/notify";
import { useChangePrices } from "@/lib/client/price-queries";
import type { ProjectPrices } from "@/lib/cost/price-api-schema";
import { type RetailReading, readRetailAnswers } from "@/lib/cost/retail-prices";
import { BYTES_PER_MIB } from "@/lib/units/bytes";

/** The whole AVS catalogue is under one MiB; more than this is another file. */
const LARGEST_FILE_BYTES = 20 * BYTES_PER_MIB;

/** The query that gives the prices of AVS, for the reader to open or to hand to a script. */
const RETAIL_QUERY =
  "https://prices.azure.com/api/retail/prices?api-version=2023-01-01-preview&$filter=serviceName eq 'Specialized Compute' and contains(productName, 'Azure VMware Solution')";

interface LoadPricesProps {
  projectId: string;
  current: ProjectPrices["current"];
  onDone: () => void;
}

/** The answers in the texts, one a file, or null when one of them is not JSON. */
function answersOf(texts: readonly string[]): unknown[] | null {
  try {
    return texts.flatMap((text) => {
      const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
      return Array.isArray(value) ? value : [value];
    });
  } catch {
    return null;
  }
}

function Preview({ reading }: { reading: RetailReading }) {
  const t = useTranslations("prices.load");
  const format = useFormatter();
  if (!reading.ok) {
    return (
      <Alert color="red" role="alert" title={t("unusable")}>
        {t(`problems.${reading.problem}`)}
      </Alert>
    );
  }
  const regions = new Set(reading.entries.map(({ region }) => region)).size;
  return (
    <Alert color={reading.morePages ? "yellow" : "blue"} title={t("found")}>
      <Stack gap={4}>
        <Text fz="sm">{t("foundSentence", { count: reading.entries.length, regions })}</Text>
        {reading.morePages ? <Text fz="sm">{t("morePages")}</Text> : null}
        {Object.keys(reading.skipped).length > 0 ? (
          <List fz="xs" spacing={2}>
            {Object.entries(reading.skipped).map(([reason, count]) => (
              <List.Item key={reason}>
                {t(`skipped.${reason}`, { count: format.number(count) })}
              </List.Item>
            ))}
          </List>
        ) : null}
      </Stack>
    </Alert>
  );
}

/** Takes answers of Azure's public retail price list as files or pasted text, and shows what is in them. */
export function LoadPrices({ projectId, current, onDone }: LoadPricesProps) {
  const t = useTranslations("prices.load");
  const tPrices = useTranslations("prices");
  const tActions = useTranslations("common.actions");
  const change = useChangePrices(projectId);
  const [texts, setTexts] = useState<string[]>([]);
  const [pasted, setPasted] = useState("");
  const [tooLarge, setTooLarge] = useState(false);
  const [mode, setMode] = useState("merge");
  const [note, setNote] = useState("");
  const all = useMemo(() => (pasted.trim() === "" ? texts : [...texts, pasted]), [texts, pasted]);
  const answers = useMemo(() => answersOf(all), [all]);
  const reading = useMemo<RetailReading | null>(() => {
    if (all.length === 0) return null;
    return answers === null ? { ok: false, problem: "notJson" } : readRetailAnswers(answers);
  }, [all, answers]);
  const choose = async (files: File[]) => {
    setTooLarge(files.some(({ size }) => size > LARGEST_FILE_BYTES));
    const small = files.filter(({ size }) => size <= LARGEST_FILE_BYTES);
    setTexts(await Promise.all(small.map((file) => file.text())));
  };
  const submit = () =>
    change.mutate(
      {
        kind: "retail",
        baseId: current.id,
        answers: answers ?? [],
        replace: mode === "replace",
        note,
      },
      {
        onSuccess: (next) => {
          onDone();
          notify({
            kind: "success",
            message: tPrices(next.current.id === current.id ? "unchanged" : "saved"),
          });
        },
      },
    );
  return (
    <Stack gap="lg">
      <Text fz="sm">{t("sentence")}</Text>
      <Textarea
        label={t("query")}
        description={t("queryHelp")}
        value={RETAIL_QUERY}
        readOnly
        autosize
        onFocus={(event) => event.currentTarget.select()}
      />
      <FileInput
        label={t("files")}
        description={t("filesHelp")}
        placeholder={t("choose")}
        leftSection={<IconFileUpload size={16} aria-hidden />}
        accept="application/json,.json"
        multiple
        clearable
        clearButtonProps={{ "aria-label": tActions("clear") }}
        error={tooLarge ? t("tooLarge") : null}
        onChange={(files) => void choose(files)}
      />
      <Textarea
        label={t("paste")}
        value={pasted}
        minRows={3}
        maxRows={8}
        autosize
        placeholder='{ "BillingCurrency": "USD", "Items": [ … ] }'
        onChange={(event) => setPasted(event.currentTarget.value)}
      />
      {reading ? <Preview reading={reading} /> : null}
      <Radio.Group label={t("mode")} value={mode} onChange={setMode}>
        <Stack gap="xs" mt={6}>
          <Radio value="merge" label={t("merge")} description={t("mergeHelp")} />
          <Radio value="replace" label={t("replace")} description={t("replaceHelp")} />
        </Stack>
      </Radio.Group>
      <TextInput
        label={tPrices("form.note")}
        value={note}
        maxLength={200}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      {change.error ? <QueryError error={change.error} /> : null}
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={onDone}>
          {tActions("cancel")}
        </Button>
        <Button disabled={!reading?.ok} loading={change.isPending} onClick={submit}>
          {t("submit")}
        </Button>
      </Group>
    </Stack>
  );
}
