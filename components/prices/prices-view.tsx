"use client";

import { Alert, Stack, Text, Title } from "@mantine/core";
import { IconArrowBackUp, IconFileUpload, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { Loaded } from "@/components/imports/loaded";
import { useDateText } from "@/components/imports/use-date-text";
import { useMayWrite } from "@/components/imports/use-may-write";
import { ProjectPage } from "@/components/shell/project-page";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { Blade, useBlade } from "@/components/ui/blade";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DefinitionList } from "@/components/ui/definition-list";
import { LoadingState } from "@/components/ui/loading-state";
import { notify } from "@/components/ui/notify";
import { pricesQuery, useChangePrices } from "@/lib/client/price-queries";
import type { ProjectPrices } from "@/lib/cost/price-api-schema";
import { sourcesOf } from "@/lib/cost/price-list";
import { priceKey } from "@/lib/cost/schema";
import { LoadPrices } from "./load-prices";
import { PriceForm } from "./price-form";
import { PriceTable } from "./price-table";
import { PriceVersions } from "./price-versions";

/** What the list in use is: version, day, who made it, where its prices come from. */
function ListEssentials({ projectId, prices }: { projectId: string; prices: ProjectPrices }) {
  const t = useTranslations("prices");
  const format = useFormatter();
  const date = useDateText(projectId);
  const { current } = prices;
  return (
    <DefinitionList
      items={[
        {
          term: t("list.version"),
          value:
            current.version === 0
              ? t("list.builtInVersion")
              : t("list.versionNumber", { version: current.version }),
        },
        {
          term: t("list.date"),
          value:
            current.createdAt === null
              ? format.dateTime(new Date(`${current.date}T00:00:00Z`), {
                  dateStyle: "medium",
                  timeZone: "UTC",
                })
              : date(current.createdAt),
        },
        { term: t("list.madeBy"), value: current.createdByName ?? t("list.product") },
        { term: t("list.count"), value: format.number(current.priceCount) },
        { term: t("list.sources"), value: sourcesOf(current).join("; ") || null },
        ...(current.note && current.version > 0
          ? [{ term: t("form.note"), value: current.note }]
          : []),
      ]}
    />
  );
}

function PricesContent({ projectId, prices }: { projectId: string; prices: ProjectPrices }) {
  const t = useTranslations("prices");
  const secondHand = prices.current.entries.some(({ confidence }) => confidence !== "listed");
  return (
    <Stack gap="xl">
      {prices.current.version === 0 && secondHand ? (
        <Alert color="yellow" title={t("warning.title")}>
          {t("warning.sentence")}
        </Alert>
      ) : null}
      <ListEssentials projectId={projectId} prices={prices} />
      <section>
        <Title order={2} size="h3" mb="sm">
          {t("table.title")}
        </Title>
        <PriceTable projectId={projectId} prices={prices} />
      </section>
      <section>
        <Title order={2} size="h3" mb={4}>
          {t("versions.title")}
        </Title>
        <Text fz="sm" c="dimmed" mb="sm">
          {t("versions.description")}
        </Text>
        <PriceVersions projectId={projectId} prices={prices} />
      </section>
    </Stack>
  );
}

/** Prices of AVS hosts: what assessments use, where each comes from, and how to bring better ones. */
export function PricesView({ projectId }: { projectId: string }) {
  const t = useTranslations("prices");
  const query = useQuery(pricesQuery(projectId));
  const { mayWrite, reason } = useMayWrite();
  const notifyError = useNotifyError();
  const load = useBlade("load");
  const price = useBlade("price");
  const change = useChangePrices(projectId);
  const [asking, setAsking] = useState(false);
  const guarded = { disabled: !mayWrite, disabledReason: reason };
  const current = query.data?.current;
  return (
    <ProjectPage
      section="prices"
      description={t("description")}
      commands={[
        {
          id: "load",
          label: t("commands.load"),
          icon: <IconFileUpload size={16} />,
          onClick: () => load.open("1"),
          primary: true,
          ...guarded,
        },
        {
          id: "enter",
          label: t("commands.enter"),
          icon: <IconPlus size={16} />,
          onClick: () => price.open("new"),
          ...guarded,
        },
        {
          id: "builtIn",
          label: t("commands.builtIn"),
          icon: <IconArrowBackUp size={16} />,
          onClick: () => setAsking(true),
          ...guarded,
          ...(current?.version === 0
            ? { disabled: true, disabledReason: t("commands.builtInInUse") }
            : {}),
        },
      ]}
    >
      <Loaded
        projectId={projectId}
        query={query}
        skeleton={<LoadingState shape="table" rows={8} />}
      >
        {(prices) => <PricesContent projectId={projectId} prices={prices} />}
      </Loaded>
      <Blade param="load" title={t("load.title")}>
        {() =>
          current ? (
            <LoadPrices projectId={projectId} current={current} onDone={load.close} />
          ) : null
        }
      </Blade>
      <Blade
        param="price"
        title={(value) => t(value === "new" ? "form.newTitle" : "form.editTitle")}
      >
        {(value) =>
          current ? (
            <PriceForm
              key={value}
              projectId={projectId}
              baseId={current.id}
              price={current.entries.find((entry) => priceKey(entry) === value) ?? null}
              onDone={price.close}
            />
          ) : null
        }
      </Blade>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t("builtIn.title")}
        confirmLabel={t("builtIn.confirm")}
        pending={change.isPending}
        onConfirm={() =>
          change.mutate(
            { kind: "builtIn", baseId: current?.id ?? "" },
            {
              onError: notifyError,
              onSuccess: () => {
                setAsking(false);
                notify({ kind: "success", message: t("saved") });
              },
            },
          )
        }
      >
        {t("builtIn.sentence")}
      </ConfirmDialog>
    </ProjectPage>
  );
}
