"use client";

import { Button, Table, VisuallyHidden } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useDateText } from "@/components/imports/use-date-text";
import { useMayWrite } from "@/components/imports/use-may-write";
import { useNotifyError } from "@/components/shell/use-notify-error";
import { notify } from "@/components/ui/notify";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { StateBadge } from "@/components/ui/state-badge";
import { useChangePrices } from "@/lib/client/price-queries";
import type { PriceListVersionInfo, ProjectPrices } from "@/lib/cost/price-api-schema";

/** Every list that the project has had; going back makes a new version of the old prices. */
export function PriceVersions({ projectId, prices }: { projectId: string; prices: ProjectPrices }) {
  const t = useTranslations("prices.versions");
  const tPrices = useTranslations("prices");
  const format = useFormatter();
  const date = useDateText(projectId);
  const notifyError = useNotifyError();
  const { mayWrite } = useMayWrite();
  const change = useChangePrices(projectId);
  const restore = (version: PriceListVersionInfo) =>
    change.mutate(
      { kind: "restored", baseId: prices.current.id, versionId: version.id },
      {
        onError: notifyError,
        onSuccess: () => notify({ kind: "success", message: tPrices("saved") }),
      },
    );
  return (
    <ScrollRegion label={t("title")}>
      <Table miw={720}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("version")}</Table.Th>
            <Table.Th>{t("kind")}</Table.Th>
            <Table.Th>{t("date")}</Table.Th>
            <Table.Th>{t("by")}</Table.Th>
            <Table.Th ta="end">{t("prices")}</Table.Th>
            <Table.Th>{t("note")}</Table.Th>
            <Table.Th>
              <VisuallyHidden>{t("action")}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {prices.versions.map((version) => {
            const inUse = version.id === prices.current.id;
            return (
              <Table.Tr key={version.id}>
                <Table.Th scope="row" fw={400}>
                  {version.version === 0
                    ? tPrices("list.builtInVersion")
                    : tPrices("list.versionNumber", { version: version.version })}
                </Table.Th>
                <Table.Td>{t(`kinds.${version.kind}`)}</Table.Td>
                <Table.Td style={{ whiteSpace: "nowrap" }}>
                  {version.createdAt === null
                    ? format.dateTime(new Date(`${version.date}T00:00:00Z`), {
                        dateStyle: "medium",
                        timeZone: "UTC",
                      })
                    : date(version.createdAt)}
                </Table.Td>
                <Table.Td>{version.createdByName ?? tPrices("list.product")}</Table.Td>
                <Table.Td ta="end" className="lf-numeric">
                  {format.number(version.priceCount)}
                </Table.Td>
                <Table.Td>{version.note}</Table.Td>
                <Table.Td ta="end">
                  {inUse ? (
                    <StateBadge tone="success">{t("inUse")}</StateBadge>
                  ) : mayWrite ? (
                    <Button
                      variant="subtle"
                      loading={change.isPending && change.variables.kind === "restored"}
                      onClick={() => restore(version)}
                      aria-label={t("useNamed", {
                        version:
                          version.version === 0
                            ? tPrices("list.builtInVersion")
                            : tPrices("list.versionNumber", { version: version.version }),
                      })}
                    >
                      {t("use")}
                    </Button>
                  ) : null}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </ScrollRegion>
  );
}
