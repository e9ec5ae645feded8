"use client";

import { Alert, Button, Group, Text, Textarea, TextInput } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import { useCaller, useCan } from "@/components/shell/caller-context";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { ProjectPage } from "@/components/shell/project-page";
import { QueryError } from "@/components/shell/query-error";
import { DefinitionList } from "@/components/ui/definition-list";
import { FormSection } from "@/components/ui/form-section";
import { LoadingState } from "@/components/ui/loading-state";
import { notify } from "@/components/ui/notify";
import { useSchemaForm } from "@/components/ui/use-schema-form";
import { ApiError } from "@/lib/client/api";
import { projectQuery, useUpdateProject } from "@/lib/client/project-queries";
import { type Project, updateProjectSchema } from "@/lib/project/schema";
import { DeleteProjectDialog } from "./delete-project-dialog";
import { NetworksInput } from "./networks-input";

function SettingsForm({ project }: { project: Project }) {
  const t = useTranslations("project");
  const common = useTranslations("common");
  const mayWrite = useCan("Contributor");
  const [saved, setSaved] = useState(() => ({
    name: project.name,
    description: project.description,
    onPremisesNetworks: project.onPremisesNetworks,
  }));
  const { form, showProblems } = useSchemaForm(updateProjectSchema, saved);
  const update = useUpdateProject(project.id);
  const submit = form.onSubmit((values) =>
    update.mutate(values, {
      onSuccess: () => {
        setSaved(values);
        form.resetDirty(values);
        notify({ kind: "success", message: common("states.saved") });
      },
      onError: (error) => {
        if (error instanceof ApiError) showProblems(error.problems);
      },
    }),
  );
  return (
    <form onSubmit={submit} noValidate>
      <FormSection title={t("settings.general")} description={t("settings.generalHelp")}>
        {update.isError ? <QueryError error={update.error} /> : null}
        <TextInput
          label={t("form.name")}
          required
          readOnly={!mayWrite}
          {...form.getInputProps("name")}
        />
        <Textarea
          label={t("form.description")}
          autosize
          minRows={2}
          readOnly={!mayWrite}
          {...form.getInputProps("description")}
        />
      </FormSection>
      <FormSection title={t("settings.network")} description={t("settings.networkHelp")}>
        <NetworksInput readOnly={!mayWrite} {...form.getInputProps("onPremisesNetworks")} />
        {mayWrite ? (
          <Group>
            <Button type="submit" loading={update.isPending} disabled={!form.isDirty()}>
              {common("actions.save")}
            </Button>
          </Group>
        ) : null}
      </FormSection>
    </form>
  );
}

function SimulatedTime({ project }: { project: Project }) {
  const t = useTranslations("project");
  const format = useFormatter();
  const start = format.dateTime(new Date(project.epochIso), {
    dateStyle: "full",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone: project.timeZone,
  });
  return (
    <FormSection title={t("settings.time")} description={t("form.fixed")}>
      <DefinitionList
        items={[
          { term: t("form.epoch"), value: start },
          { term: t("form.timeZone"), value: project.timeZone },
          { term: t("settings.seed"), value: String(project.seed) },
        ]}
      />
      <Text fz="xs" c="dimmed">
        {t("settings.seedHelp")}
      </Text>
    </FormSection>
  );
}

function DeleteSection({ project }: { project: Project }) {
  const t = useTranslations("project");
  const router = useRouter();
  const deletes = useCan("Owner");
  const [asking, setAsking] = useState(false);
  return (
    <FormSection title={t("settings.danger")} description={t("settings.dangerHelp")}>
      <Group gap="sm">
        <Button color="red.9" disabled={!deletes} onClick={() => setAsking(true)}>
          {t("settings.delete")}
        </Button>
        {deletes ? null : (
          <Text fz="sm" c="dimmed">
            {t("list.needsOwner")}
          </Text>
        )}
      </Group>
      <DeleteProjectDialog
        project={asking ? project : null}
        onClose={() => setAsking(false)}
        onDeleted={() => router.push("/")}
      />
    </FormSection>
  );
}

/** Name, networks, the fixed start of simulated time, and the project's end. */
export function SettingsView({ projectId }: { projectId: string }) {
  const t = useTranslations("project.settings");
  const caller = useCaller();
  const mayWrite = useCan("Contributor");
  const query = useQuery(projectQuery(projectId));
  const project = query.data;
  return (
    <ProjectPage section="settings">
      {project ? null : <LoadingOrError query={query} skeleton={<LoadingState />} />}
      {mayWrite ? null : (
        <Alert color="azure" icon={<IconInfoCircle size={18} aria-hidden />}>
          <Text fz="sm">{t("readOnly", { role: caller.role })}</Text>
        </Alert>
      )}
      {project ? (
        <>
          <SettingsForm key={project.id} project={project} />
          <SimulatedTime project={project} />
          <DeleteSection project={project} />
        </>
      ) : null}
    </ProjectPage>
  );
}
