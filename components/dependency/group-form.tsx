"use client";

import { Button, Group, Stack, TagsInput, Textarea, TextInput } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { useMayWrite } from "@/components/imports/use-may-write";
import type { MoveGroup } from "@/lib/dependency/move-group-schema";
import { useGroupChange } from "./use-group-change";

/** Name, tags and note of a move group. */
export function GroupForm({ projectId, group }: { projectId: string; group: MoveGroup }) {
  const t = useTranslations("dependencies.groups");
  const tActions = useTranslations("common.actions");
  const { mayWrite, reason } = useMayWrite();
  const { send, pending } = useGroupChange(projectId);
  const [name, setName] = useState(group.name);
  const [tags, setTags] = useState(group.tags);
  const [note, setNote] = useState(group.note);
  const changed =
    name.trim() !== group.name ||
    note.trim() !== group.note ||
    tags.join("\n") !== group.tags.join("\n");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const put = { ...group, name: name.trim(), tags, note: note.trim() };
    void send([group], { put: [put], remove: [] }, t("saved", { name: put.name }));
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={t("name")}
          value={name}
          maxLength={80}
          readOnly={!mayWrite}
          description={mayWrite ? undefined : reason}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TagsInput
          label={t("tags")}
          value={tags}
          maxTags={12}
          readOnly={!mayWrite}
          onChange={(next) => setTags(next.map((tag) => tag.trim().slice(0, 40)).filter(Boolean))}
        />
        <Textarea
          label={t("note")}
          value={note}
          maxLength={1_000}
          autosize
          minRows={2}
          readOnly={!mayWrite}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {changed ? (
          <Group gap="sm">
            <Button type="submit" loading={pending} disabled={name.trim() === ""}>
              {tActions("save")}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </form>
  );
}
