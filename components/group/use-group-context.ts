"use client";

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type HeardClock, simulatedSecondsAt } from "@/components/clock/simulated-now";
import type { AssessmentSummary } from "@/lib/assessment/record-schema";
import { assessmentsQuery } from "@/lib/client/assessment-queries";
import { inventoryQuery } from "@/lib/client/inventory-queries";
import { worldQuery } from "@/lib/client/world-queries";
import type { WorldView } from "@/lib/world/view-schema";

/** What the wizard's choices are made of. */
export interface GroupContext {
  projectId: string;
  world: WorldView;
  /** The simulated second at which the wizard asked last. */
  nowSeconds: number;
  /** Null where no assessment says what can move how. */
  assessment: AssessmentSummary | null;
  meshNames: string[];
  clusterNames: string[];
  /** Segments of the private cloud and networks that are extended into it. */
  networkNames: string[];
  /** Port groups of the imported inventory; empty where the export lists none. */
  sourceNetworks: string[];
}

interface GroupContextResult {
  context: GroupContext | null;
  error: unknown;
  refetch: () => void;
}

/** Reads what a group can be made of; null until everything is there. */
export function useGroupContext(projectId: string): GroupContextResult {
  const world = useQuery(worldQuery(projectId));
  const assessments = useQuery(assessmentsQuery(projectId));
  const inventory = useQuery(inventoryQuery(projectId));
  const sourceNetworks = inventory.data?.networks;
  const context = useMemo<GroupContext | null>(() => {
    if (!world.data || !assessments.data) return null;
    const clock: HeardClock = { view: world.data.clock, heardAtMs: world.dataUpdatedAt };
    const namesOf = (...kinds: string[]) =>
      (world.data?.state.resources ?? [])
        .filter(({ kind, usable }) => usable && kinds.includes(kind))
        .map(({ name }) => name);
    return {
      projectId,
      world: world.data,
      nowSeconds: simulatedSecondsAt(clock, Date.now()),
      // The newest comes first.
      assessment: assessments.data[0] ?? null,
      meshNames: namesOf("serviceMesh"),
      clusterNames: namesOf("cluster"),
      networkNames: namesOf("segment", "networkExtension"),
      sourceNetworks: sourceNetworks ?? [],
    };
  }, [projectId, world.data, world.dataUpdatedAt, assessments.data, sourceNetworks]);
  return {
    context,
    error: world.error ?? assessments.error,
    refetch: () => {
      void world.refetch();
      void assessments.refetch();
    },
  };
}
