"use client";

import {
  Alert,
  Button,
  Group,
  NumberInput,
  Paper,
  Select,
  Stack,
  Switch,
  Text,
  Title,
} from "@mantine/core";
import { IconSparkles } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { LoadingState } from "@/components/ui/loading-state";
import { ReasonButton } from "@/components/ui/reason-button";
import { useSearchParamSetter } from "@/components/ui/use-search-param";
import { suggestionsQuery } from "@/lib/client/dependency-queries";
import { suggestionQuerySchema } from "@/lib/dependency/api-schema";
import type {
  MoveGroup,
  MoveGroupChange,
  SuggestedGroupRow,
  SuggestionsAnswer,
} from "@/lib/dependency/move-group-schema";
import { GROUPING_METHODS } from "@/lib/dependency/suggest-groups";
import { SuggestionTable } from "./suggestion-table";
import { useGroupChange } from "./use-group-change";
import type { HiddenPorts } from "./use-hidden-ports";

interface SuggestionPanelProps {
  projectId: string;
  groups: readonly MoveGroup[];
  hidden: HiddenPorts;
}

/** Makes the suggested groups move groups; VMs leave the groups that are not locked. */
function acceptChange(
  groups: readonly MoveGroup[],
  chosen: readonly SuggestedGroupRow[],
): MoveGroupChange {
  const taken = new Set(chosen.flatMap(({ vms }) => vms.map(({ key }) => key)));
  const names = new Set(groups.map(({ name }) => name.toLowerCase()));
  const freeName = (wanted: string): string => {
    let name = wanted.slice(0, 72);
    for (let number = 2; names.has(name.toLowerCase()); number += 1) {
      name = `${wanted.slice(0, 72)} (${number})`;
    }
    names.add(name.toLowerCase());
    return name;
  };
  const left = groups
    .filter(({ locked, vmKeys }) => !locked && vmKeys.some((key) => taken.has(key)))
    .map((group) => ({ ...group, vmKeys: group.vmKeys.filter((key) => !taken.has(key)) }));
  const emptied = left.filter(({ vmKeys }) => vmKeys.length === 0);
  return {
    put: [
      ...left.filter(({ vmKeys }) => vmKeys.length > 0),
      ...chosen.map(({ name, vms }) => ({
        id: crypto.randomUUID(),
        name: freeName(name),
        tags: [],
        note: "",
        locked: false,
        vmKeys: vms.map(({ key }) => key),
        revision: null,
      })),
    ],
    // A group that a suggestion takes every VM of would stay behind as an empty name.
    remove: emptied.map(({ id, revision }) => ({ id, revision })),
  };
}

function Answer({
  projectId,
  groups,
  answer,
}: Omit<SuggestionPanelProps, "hidden"> & { answer: SuggestionsAnswer }) {
  const t = useTranslations("dependencies.suggest");
  const format = useFormatter();
  const { mayWrite, reason } = useMayWrite();
  const { send, pending } = useGroupChange(projectId);
  const set = useSearchParamSetter();
  const [selected, setSelected] = useState<string[]>([]);
  const chosen =
    selected.length === 0 ? answer.groups : answer.groups.filter(({ id }) => selected.includes(id));
  const accept = async () => {
    const change = acceptChange(groups, chosen);
    if (await send(groups, change, t("accepted", { count: chosen.length }))) {
      setSelected([]);
      set({ suggest: null });
    }
  };
  if (answer.groups.length === 0) {
    return (
      <Alert color="gray" title={t("noneTitle")}>
        {t("none", { unlinked: answer.unlinkedVms, locked: answer.lockedVms })}
      </Alert>
    );
  }
  return (
    <Stack gap="sm">
      <Text fz="sm" role="status">
        {t("found", {
          groups: answer.groups.length,
          vms: format.number(answer.groups.reduce((sum, { vms }) => sum + vms.length, 0)),
          singles: format.number(answer.singles.length),
          unlinked: format.number(answer.unlinkedVms),
          locked: answer.lockedVms,
        })}
      </Text>
      <SuggestionTable answer={answer} selected={selected} onSelected={setSelected} />
      <Group gap="sm">
        <ReasonButton
          loading={pending}
          reason={mayWrite ? null : reason}
          onClick={() => void accept()}
        >
          {selected.length === 0
            ? t("acceptAll", { count: answer.groups.length })
            : t("accept", { count: chosen.length })}
        </ReasonButton>
        <Button variant="default" onClick={() => set({ suggest: null })}>
          {t("dismiss")}
        </Button>
      </Group>
    </Stack>
  );
}

/** Suggests move groups by a method of choice; `?suggest=<method>` shows the suggestions. */
export function SuggestionPanel({ projectId, groups, hidden }: SuggestionPanelProps) {
  const t = useTranslations("dependencies.suggest");
  const parameters = useSearchParams();
  const set = useSearchParamSetter();
  const method = parameters.get("suggest");
  const [wanted, setWanted] = useState<(typeof GROUPING_METHODS)[number]>(
    GROUPING_METHODS.find((name) => name === method) ?? "communities",
  );
  const query = useMemo(() => {
    const parsed = suggestionQuerySchema.safeParse({
      method: method ?? undefined,
      sharedServices: parameters.get("shared") ?? undefined,
      largest: parameters.get("largest") ?? undefined,
    });
    const { hidden: _hidden, ...rest } = parsed.success
      ? parsed.data
      : suggestionQuerySchema.parse({});
    return { ...rest, ...(hidden.text === undefined ? {} : { hidden: hidden.text }) };
  }, [method, parameters, hidden.text]);
  const suggestions = useQuery({
    ...suggestionsQuery(projectId, query),
    enabled: method !== null,
  });
  return (
    <Paper component="section" withBorder p="md" aria-label={t("title")}>
      <Stack gap="sm">
        <div>
          <Title order={2} size="h3">
            {t("title")}
          </Title>
          <Text fz="xs" c="dimmed">
            {t(`methods.${wanted}.help`)}
          </Text>
        </div>
        <Group gap="md" align="flex-end">
          <Select
            label={t("method")}
            w={260}
            allowDeselect={false}
            value={wanted}
            onChange={(value) => {
              const next = GROUPING_METHODS.find((name) => name === value) ?? "communities";
              setWanted(next);
              if (method !== null) set({ suggest: next });
            }}
            data={GROUPING_METHODS.map((value) => ({ value, label: t(`methods.${value}.name`) }))}
          />
          <NumberInput
            label={t("largest")}
            w={150}
            min={10}
            max={2_000}
            step={10}
            value={query.largest}
            onChange={(value) => {
              if (typeof value === "number" && value >= 10) {
                set({ largest: value === 150 ? null : String(value) });
              }
            }}
          />
          <Switch
            label={t("sharedServices")}
            description={t("sharedServicesHelp")}
            checked={query.sharedServices === "apart"}
            onChange={(event) => set({ shared: event.currentTarget.checked ? null : "in" })}
          />
          {method === null ? (
            <Button
              leftSection={<IconSparkles size={14} aria-hidden />}
              onClick={() => set({ suggest: wanted })}
            >
              {t("run")}
            </Button>
          ) : null}
        </Group>
        {method === null ? null : suggestions.data ? (
          <Answer projectId={projectId} groups={groups} answer={suggestions.data} />
        ) : (
          <LoadingOrError query={suggestions} skeleton={<LoadingState shape="table" rows={6} />} />
        )}
      </Stack>
    </Paper>
  );
}
