import type { z } from "zod";
import { RefusedError } from "@/lib/errors/schema";
import { migrationDetailOf } from "@/lib/world/board-detail";
import { boardEventsAt } from "@/lib/world/board-events";
import { boardRowsOf } from "@/lib/world/board-rows";
import type {
  BoardEventPage,
  BoardEventsQuery,
  BoardRowPage,
  BoardRowsQuery,
  BoardSummary,
  MigrationDetail,
} from "@/lib/world/board-schema";
import { boardSummaryOf, type EndForecast, type EndSamples } from "@/lib/world/board-summary";
import { boardUtilisationOf } from "@/lib/world/board-utilisation";
import type { BoardUtilisation } from "@/lib/world/board-utilisation-schema";
import { worldStateOf } from "@/lib/world/view";
import type { mobilityGroupDetailSchema, WorldView } from "@/lib/world/view-schema";
import { endSamplesOf } from "./eta-samples";
import { currentForecast } from "./forecasts";
import { boardAt, clockViewOf, groupViewOf, loadWorld, type World } from "./worlds";

/** Readings of a world; `at` undefined is now. Each throws RefusedError notFound for an unknown project. */

async function openAt(projectId: string, at: number | undefined) {
  const world = await loadWorld(projectId);
  const clock = clockViewOf(world, Date.now());
  const atSeconds = at ?? clock.nowSeconds;
  return { world, clock, model: boardAt(world, atSeconds) };
}

/** Where an ETA's range comes from: a forecast of this very world, else a few more runs of it. */
async function endsOf(
  world: World,
  atSeconds: number,
): Promise<[samples: EndSamples, forecast: EndForecast | null]> {
  const forecast = currentForecast(world);
  return [forecast === null ? await endSamplesOf(world, atSeconds) : [], forecast];
}

export async function readWorldView(projectId: string, at: number | undefined): Promise<WorldView> {
  const { world, clock, model } = await openAt(projectId, at);
  const ends = await endsOf(world, model.atSeconds);
  return {
    clock,
    revision: world.commands.length,
    ...worldStateOf(world.timeline, model, ...ends),
  };
}

export async function readBoard(projectId: string, at: number | undefined): Promise<BoardSummary> {
  const { world, model } = await openAt(projectId, at);
  return boardSummaryOf(world.timeline, model, ...(await endsOf(world, model.atSeconds)));
}

export async function readBoardRows(
  projectId: string,
  at: number | undefined,
  query: BoardRowsQuery,
): Promise<BoardRowPage> {
  const { model } = await openAt(projectId, at);
  return boardRowsOf(model, query);
}

export async function readBoardEvents(
  projectId: string,
  at: number | undefined,
  query: BoardEventsQuery,
): Promise<BoardEventPage> {
  const { world, model } = await openAt(projectId, at);
  return boardEventsAt(world.timeline, model.atSeconds, query);
}

export async function readBoardUtilisation(
  projectId: string,
  at: number | undefined,
): Promise<BoardUtilisation> {
  const { world, model } = await openAt(projectId, at);
  return boardUtilisationOf(world.timeline, model.atSeconds);
}

/** @throws RefusedError notFound */
export async function readMigration(
  projectId: string,
  migrationId: string,
  at: number | undefined,
): Promise<MigrationDetail> {
  const { world, model } = await openAt(projectId, at);
  const detail = migrationDetailOf(world.timeline, model, migrationId, world.vmByKey);
  if (!detail) throw new RefusedError("notFound", "There is no such migration.");
  return detail;
}

/** @throws RefusedError notFound */
export async function readGroup(
  projectId: string,
  groupId: string,
): Promise<z.input<typeof mobilityGroupDetailSchema>> {
  const { world, model } = await openAt(projectId, undefined);
  const group = groupViewOf(model, groupId);
  const { groups } = boardSummaryOf(
    world.timeline,
    model,
    ...(await endsOf(world, model.atSeconds)),
  );
  const summary = groups.find((candidate) => candidate.groupId === groupId);
  if (!summary) throw new RefusedError("notFound", "There is no such mobility group.");
  return { group, summary };
}
