"use client";

import { List } from "@mantine/core";
import { useCallback } from "react";
import { useErrorSentence } from "@/components/ui/error-sentence";
import { notify } from "@/components/ui/notify";
import { ApiError } from "@/lib/client/api";
import { useSendCommand } from "@/lib/client/world-queries";
import type { CommandRequest } from "@/lib/world/schema";
import { useWorldProblem } from "./use-world-problem";

/** More reasons than this say no more in a notification. */
const SHOWN_PROBLEMS = 5;

export interface CommandRunner {
  /** Sends commands one after the other; true when all of them were accepted. */
  run: (requests: readonly CommandRequest[], done: string) => Promise<boolean>;
  pending: boolean;
}

/** Sends commands that have no form of their own, and tells the outcome in a notification. */
export function useCommand(projectId: string): CommandRunner {
  const { mutateAsync, isPending } = useSendCommand(projectId);
  const errorSentence = useErrorSentence();
  const problemSentence = useWorldProblem();
  const tell = useCallback(
    (error: unknown) => {
      const problems = error instanceof ApiError ? error.problems : [];
      const sentences = [...new Set(problems.map(problemSentence))].slice(0, SHOWN_PROBLEMS);
      notify({
        kind: "error",
        title: errorSentence(error instanceof ApiError ? error.code : "unknown"),
        message: sentences.length === 0 ? "" : <SentenceList sentences={sentences} />,
      });
    },
    [errorSentence, problemSentence],
  );
  const run = useCallback(
    async (requests: readonly CommandRequest[], done: string) => {
      try {
        for (const request of requests) await mutateAsync(request);
      } catch (error) {
        tell(error);
        return false;
      }
      notify({ kind: "success", message: done });
      return true;
    },
    [mutateAsync, tell],
  );
  return { run, pending: isPending };
}

function SentenceList({ sentences }: { sentences: readonly string[] }) {
  return (
    <List size="sm">
      {sentences.map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
    </List>
  );
}
