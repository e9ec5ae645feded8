"use client";

import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DecidePage } from "@/components/imports/decide-page";
import { useCan } from "@/components/shell/caller-context";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { sectionCommand } from "@/components/shell/section-command";
import { sectionHref } from "@/components/shell/sections";
import { LoadingState } from "@/components/ui/loading-state";
import { worldQuery } from "@/lib/client/world-queries";
import { GroupList } from "./group-list";
import { GroupsEmpty } from "./groups-empty";

/** The list of mobility groups, and the way to a new one. */
export function GroupsView({ projectId }: { projectId: string }) {
  const t = useTranslations("groups");
  const router = useRouter();
  const mayOperate = useCan("Contributor");
  const query = useQuery(worldQuery(projectId));
  const base = sectionHref(projectId, "groups");
  const world = query.data;
  return (
    <DecidePage
      projectId={projectId}
      section="groups"
      description={t("description")}
      commands={[
        {
          id: "new",
          label: t("new"),
          icon: <IconPlus size={16} aria-hidden />,
          href: `${base}/new`,
          primary: true,
          disabled: !mayOperate,
          disabledReason: t("needsContributor"),
        },
        sectionCommand(projectId, "board", t("toBoard")),
      ]}
    >
      {world ? (
        world.state.groups.length === 0 ? (
          <GroupsEmpty projectId={projectId} steps={world.steps} mayOperate={mayOperate} />
        ) : (
          <GroupList
            projectId={projectId}
            groups={world.state.groups}
            view={world.clock}
            onOpen={(group) => router.push(`${base}/${encodeURIComponent(group.groupId)}`)}
          />
        )
      ) : (
        <LoadingOrError query={query} skeleton={<LoadingState shape="table" rows={8} />} />
      )}
    </DecidePage>
  );
}
