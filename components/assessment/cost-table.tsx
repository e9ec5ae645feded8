"use client";

import { Stack, Table, Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { Known, NoData } from "@/components/ui/no-data";
import { ScrollRegion } from "@/components/ui/scroll-region";
import type { CostHead, MonthlyCost } from "@/lib/cost/schema";
import { regionName } from "./region-name";
import { useMoney } from "./use-money";
import { usePriceSource } from "./use-price-source";

function CostRow({ head, currency }: { head: CostHead; currency: string }) {
  const t = useTranslations("assessment.cost");
  const tPages = useTranslations("assessment-pages.cost");
  const format = useFormatter();
  const money = useMoney(currency);
  const region = head.priceRegion === null ? tPages("noRegion") : regionName(head.priceRegion);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={400}>
        {t(`heads.${head.head}`)}
        {head.nodeType ? ` (${head.nodeType})` : null}
        {head.reason ? (
          <Text fz="xs" c="dimmed">
            {t(`reasons.${head.reason}`)}
          </Text>
        ) : null}
      </Table.Th>
      <Table.Td ta="end" className="lf-numeric">
        {format.number(head.quantity, { maximumFractionDigits: 1 })}
      </Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        <Known value={head.unitPrice}>{money}</Known>
      </Table.Td>
      <Table.Td ta="end" className="lf-numeric">
        <Known value={head.monthly}>{money}</Known>
      </Table.Td>
      <Table.Td>
        {head.confidence === null ? (
          <NoData />
        ) : (
          tPages("trust", {
            confidence: t(`confidence.${head.confidence}`),
            region: head.regionMatches ? tPages("thisRegion") : region,
          })
        )}
      </Table.Td>
    </Table.Tr>
  );
}

/** The bill by head; the total is only known when every head is. */
export function CostTable({ cost }: { cost: MonthlyCost }) {
  const t = useTranslations("assessment-pages.cost");
  const tAssessment = useTranslations("assessment");
  const money = useMoney(cost.currency);
  const priceSource = usePriceSource();
  return (
    <Stack gap="xs">
      <ScrollRegion label={t("title")}>
        <Table miw={680}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("head")}</Table.Th>
              <Table.Th ta="end">{t("quantity")}</Table.Th>
              <Table.Th ta="end">{t("unitPrice")}</Table.Th>
              <Table.Th ta="end">{t("monthly")}</Table.Th>
              <Table.Th>{t("price")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cost.heads.map((head) => (
              <CostRow key={`${head.head} ${head.nodeType}`} head={head} currency={cost.currency} />
            ))}
          </Table.Tbody>
          <Table.Tfoot>
            <Table.Tr>
              <Table.Th scope="row" colSpan={3}>
                {tAssessment("cost.total")}
              </Table.Th>
              <Table.Td ta="end" fw={600} className="lf-numeric">
                <Known value={cost.totalMonthly}>{money}</Known>
              </Table.Td>
              <Table.Td />
            </Table.Tr>
          </Table.Tfoot>
        </Table>
      </ScrollRegion>
      <Text fz="xs" c="dimmed">
        {t("billing", {
          term: tAssessment(`values.savingsOptions.${cost.savingsOption}`),
          source: priceSource(cost),
        })}
      </Text>
    </Stack>
  );
}
