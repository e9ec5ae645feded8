"use client";

import { Alert, Stack } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { DefinitionList } from "@/components/ui/definition-list";
import type { FieldProblem } from "@/components/ui/error-sentence";
import { LoadingState } from "@/components/ui/loading-state";
import { blockedVms, type GroupForm, typeCounts } from "./group-draft";
import { ProblemList } from "./problem-list";
import type { GroupContext } from "./use-group-context";

interface ReviewStepProps {
  context: GroupContext;
  form: GroupForm;
  /** Null while the server is checking. */
  problems: readonly FieldProblem[] | null;
  onChange: (changes: Partial<GroupForm>) => void;
}

/** Everything that was chosen, and everything that validation says about it. */
export function ReviewStep({ context, form, problems, onChange }: ReviewStepProps) {
  const t = useTranslations("groups");
  const format = useFormatter();
  const text = useSimTimeText(context.world.clock);
  const { switchoverWindow: window, transferStartSeconds: start } = form;
  const blocked = blockedVms(form);
  const types = typeCounts(form).map(([type, count]) =>
    t("typeCount", { type: t(`types.${type}`), count }),
  );
  return (
    <Stack gap="lg">
      {problems === null ? (
        <LoadingState rows={3} />
      ) : (
        <ProblemList
          problems={problems}
          vms={form.vms}
          onRemove={(vmIndexes) =>
            onChange({ vms: form.vms.filter((_, index) => !vmIndexes.includes(index)) })
          }
        />
      )}
      {blocked.length > 0 ? (
        <Alert color="yellow" title={t("wizard.blockedTitle", { count: blocked.length })}>
          {blocked
            .slice(0, 20)
            .map((vm) => vm.name)
            .join(", ")}
          {blocked.length > 20 ? " …" : ""}
        </Alert>
      ) : null}
      <DefinitionList
        items={[
          { term: t("wizard.name"), value: form.name || null },
          { term: t("columns.vms"), value: format.number(form.vms.length) },
          { term: t("columns.type"), value: types.length > 0 ? types.join(", ") : null },
          { term: t("wizard.mesh"), value: form.serviceMeshName || null },
          { term: t("wizard.cluster"), value: form.destinationCluster || null },
          { term: t("wizard.datastore"), value: form.destinationDatastore || null },
          {
            term: t("wizard.networks"),
            value: t("wizard.mappingCount", { count: form.networkMappings.length }),
          },
          {
            term: t("wizard.transferStart"),
            value: start === null ? t("wizard.transferOnGo") : text.full(start),
          },
          {
            term: t("wizard.switchover"),
            value:
              window === null
                ? t("wizard.switchoverWhenReady")
                : text.range(window.startSeconds, window.endSeconds),
          },
        ]}
      />
    </Stack>
  );
}
