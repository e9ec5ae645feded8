"use client";

import { Select, SimpleGrid, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { regionName } from "@/components/assessment/region-name";
import { useDateText } from "@/components/imports/use-date-text";
import { usePriceText } from "@/components/prices/use-price-text";
import { nodeTypeSchema, savingsOptionSchema } from "@/lib/assessment/schema";
import type { BusinessCaseRecord } from "@/lib/cost/business-case/record-schema";
import type { BusinessCaseFacts } from "@/lib/cost/business-case/schema";
import { choiceOf, termOf } from "@/lib/cost/business-case/values";
import type { CaseDraft } from "./use-case-draft";

interface CaseBasisProps {
  projectId: string;
  record: BusinessCaseRecord;
  facts: BusinessCaseFacts;
  draft: CaseDraft;
  readOnly: boolean;
}

/** Which assessment, host type and term the case is made from, and the price that follows. */
export function CaseBasis({ projectId, record, facts, draft, readOnly }: CaseBasisProps) {
  const t = useTranslations("business-case.basis");
  const tTerms = useTranslations("assessment.values.savingsOptions");
  const tTrust = useTranslations("assessment.cost.confidence");
  const date = useDateText(projectId);
  const price = usePriceText();
  const choice = choiceOf(facts, draft.inputs);
  const term = termOf(facts, draft.inputs);
  const perHost = term?.perHostMonth ?? null;
  return (
    <div>
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="md">
        <Select
          label={t("assessment")}
          data={record.assessments.map((one) => ({
            value: one.id,
            label: t("named", { name: one.name, date: date(one.createdAt) }),
          }))}
          value={record.assessment?.id ?? null}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={(value) => draft.change({ assessmentId: value, nodeType: null })}
        />
        <Select
          label={t("nodeType")}
          data={facts.choices.map((one) => ({
            value: one.nodeType,
            label: t(one.recommended ? "hostsRecommended" : "hosts", {
              nodeType: one.nodeType,
              count: one.nodeNumber + one.baseNodes,
            }),
          }))}
          value={choice?.nodeType ?? null}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={(value) => draft.change({ nodeType: nodeTypeSchema.parse(value) })}
        />
        <Select
          label={t("term")}
          data={(choice?.terms ?? []).map((one) => ({
            value: one.savingsOption,
            label:
              one.perHostMonth === null
                ? t("termUnpriced", { term: tTerms(one.savingsOption) })
                : tTerms(one.savingsOption),
          }))}
          value={term?.savingsOption ?? null}
          allowDeselect={false}
          readOnly={readOnly}
          onChange={(value) => draft.change({ savingsOption: savingsOptionSchema.parse(value) })}
        />
      </SimpleGrid>
      {perHost !== null && term?.confidence ? (
        <Text fz="xs" c="dimmed" mt={6}>
          {t("price", {
            price: price(perHost, facts.currency),
            confidence: tTrust(term.confidence),
            region:
              term.region === null
                ? t("noRegion")
                : term.regionMatches
                  ? t("thisRegion")
                  : regionName(term.region),
            source: term.source ?? "",
            date: term.date ?? "",
          })}
        </Text>
      ) : null}
    </div>
  );
}
