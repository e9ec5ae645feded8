"use client";

import { Group } from "@mantine/core";
import type { ComponentProps } from "react";
import { ProjectPage } from "@/components/shell/project-page";
import { ConfidenceChip } from "./confidence-chip";

type DecidePageProps = ComponentProps<typeof ProjectPage> & {
  projectId: string;
  /** The import that the page's figures rest on; left out for the one in use. */
  importId?: string | undefined;
};

/** A page that helps to decide: the header says what its figures rest on. */
export function DecidePage({ projectId, importId, status, ...page }: DecidePageProps) {
  return (
    <ProjectPage
      {...page}
      status={
        <Group gap="sm" wrap="wrap" maw="100%">
          {status}
          <ConfidenceChip projectId={projectId} importId={importId} />
        </Group>
      }
    />
  );
}
