"use client";

import { Alert, Anchor, Autocomplete, Select, Stack } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { sectionHref } from "@/components/shell/sections";
import { type GroupForm, VSAN_DATASTORE } from "./group-draft";
import type { GroupContext } from "./use-group-context";

interface PlacementStepProps {
  context: GroupContext;
  form: GroupForm;
  onChange: (changes: Partial<GroupForm>) => void;
}

/** Which mesh carries the group, and where its VMs go. */
export function PlacementStep({ context, form, onChange }: PlacementStepProps) {
  const t = useTranslations("groups.wizard");
  const { meshNames, clusterNames, projectId } = context;
  return (
    <Stack gap="md" maw={520}>
      {meshNames.length === 0 ? (
        <Alert color="yellow" title={t("noMeshTitle")}>
          {t("noMeshSentence")}{" "}
          <Anchor component={Link} href={sectionHref(projectId, "hcx")} fz="sm" underline="always">
            {t("toHcx")}
          </Anchor>
        </Alert>
      ) : null}
      <Select
        label={t("mesh")}
        description={t("meshHelp")}
        data={meshNames}
        value={form.serviceMeshName || null}
        onChange={(next) => onChange({ serviceMeshName: next ?? "" })}
        allowDeselect={false}
      />
      <Select
        label={t("cluster")}
        description={t("clusterHelp")}
        data={clusterNames}
        value={form.destinationCluster || null}
        onChange={(next) => onChange({ destinationCluster: next ?? "" })}
        allowDeselect={false}
      />
      <Autocomplete
        label={t("datastore")}
        description={t("datastoreHelp")}
        data={[VSAN_DATASTORE]}
        value={form.destinationDatastore}
        onChange={(next) => onChange({ destinationDatastore: next })}
      />
    </Stack>
  );
}
