"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useRef } from "react";
import { ClockBar } from "@/components/clock/clock-bar";
import { type ClockControl, useClock } from "@/components/clock/use-clock";
import { LoadingOrError } from "@/components/shell/loading-or-error";
import { ProjectPage } from "@/components/shell/project-page";
import { sectionHref } from "@/components/shell/sections";
import { LoadingState } from "@/components/ui/loading-state";
import { StateBadge } from "@/components/ui/state-badge";
import { useSearchParam } from "@/components/ui/use-search-param";
import { inventoryQuery } from "@/lib/client/inventory-queries";
import { projectQuery } from "@/lib/client/project-queries";
import { worldQuery } from "@/lib/client/world-queries";
import type { StepId, WorldView } from "@/lib/world/view-schema";
import type { CommandForm, FormContext } from "./field-spec";
import { openingStep, readyTargets } from "./setup-steps";
import classes from "./setup-view.module.css";
import { StepList } from "./step-list";
import { StepPanel } from "./step-panel";
import { usePrefilled } from "./use-prefilled";

interface SetupViewProps {
  projectId: string;
  section: "avs" | "hcx";
  forms: readonly CommandForm[];
}

/** The names that forms offer; an inventory that is not there yet leaves fields to be typed. */
function useFormContext(projectId: string, world: WorldView): FormContext | null {
  const { data: inventory, isPending: inventoryPending } = useQuery(inventoryQuery(projectId));
  const { data: project, isPending: projectPending } = useQuery(projectQuery(projectId));
  const { resources } = world.state;
  const isPending = inventoryPending || projectPending;
  const context = useMemo(
    () => ({
      resources,
      // An export without a sheet of clusters still names them with its VMs.
      clusters: [
        ...new Set([
          ...(inventory?.clusters.map(({ name }) => name) ?? []),
          ...(inventory?.clusterVms.map(({ name }) => name) ?? []),
        ]),
      ],
      datastores: inventory?.datastores.map(({ name }) => name) ?? [],
      switches: inventory?.switches ?? [],
      networks: inventory?.networks ?? [],
      onPremisesNetworks: project?.onPremisesNetworks ?? [],
    }),
    [resources, inventory, project],
  );
  // A form takes its first values once: it must not open before they are known.
  return isPending ? null : context;
}

type StepsProps = SetupViewProps & {
  world: WorldView;
  control: ClockControl;
  context: FormContext;
};

/** The steps, once everything is there that their forms begin with. */
function LoadedSteps(props: Omit<StepsProps, "context">) {
  const context = useFormContext(props.projectId, props.world);
  return context ? <SetupSteps {...props} context={context} /> : <LoadingState rows={12} />;
}

function SetupSteps({ projectId, section, forms, world, control, context }: StepsProps) {
  const t = useTranslations("setup-pages");
  const nav = useTranslations("shell.nav");
  const panel = useRef<HTMLDivElement>(null);
  const [chosenText, choose] = useSearchParam("step");
  const prefilled = usePrefilled(context);
  const steps = world.steps.filter((step) => step.page === section);
  const step =
    steps.find((candidate) => candidate.id === chosenText) ??
    steps.find((candidate) => candidate.id === openingStep(steps));
  if (!step) return null;
  const onChoose = (id: StepId) => {
    choose(id, "push");
    panel.current?.focus({ preventScroll: true });
    panel.current?.scrollIntoView({ block: "nearest" });
  };
  // Azure first, then HCX, then what is migrated.
  const nextSection = section === "avs" ? "hcx" : "groups";
  const following = { title: nav(nextSection), href: sectionHref(projectId, nextSection) };
  const targets = readyTargets(context.resources, ({ name }) => t("readyOf", { name }));
  return (
    <>
      <ClockBar control={control} targets={targets} />
      <div className={classes.layout}>
        <div className={classes.steps}>
          <StepList steps={steps} chosen={step.id} onChoose={onChoose} clock={control.clock} />
        </div>
        <div className={classes.panel} ref={panel} tabIndex={-1}>
          <StepPanel
            key={step.id}
            {...{ projectId, step, steps, forms, context, prefilled, control, onChoose, following }}
          />
        </div>
      </div>
    </>
  );
}

/** One of the two set-up pages: the steps of a portal, what they have made, and their forms. */
export function SetupView(props: SetupViewProps) {
  const { projectId, section } = props;
  const t = useTranslations("setup-pages");
  const control = useClock(projectId);
  const query = useQuery(worldQuery(projectId));
  const world = query.data;
  const required = world?.steps.filter((step) => step.page === section && step.required) ?? [];
  const done = required.filter((step) => step.status === "done").length;
  return (
    <ProjectPage
      section={section}
      description={t(`pages.${section}`)}
      status={
        required.length > 0 ? (
          <StateBadge tone={done === required.length ? "success" : "neutral"}>
            {t("doneOf", { done, total: required.length })}
          </StateBadge>
        ) : undefined
      }
    >
      {world && control ? (
        <LoadedSteps {...props} world={world} control={control} />
      ) : (
        <LoadingOrError query={query} skeleton={<LoadingState rows={12} />} />
      )}
    </ProjectPage>
  );
}
