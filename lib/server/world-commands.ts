import { RefusedError } from "@/lib/errors/schema";
import type { ClockRequest, ClockView } from "@/lib/world/api-schema";
import { checkCommand } from "@/lib/world/check-command";
import { jumpTo, pause, resume, setSpeed, simulatedNow } from "@/lib/world/clock";
import type { Problem } from "@/lib/world/problem";
import type { AppendCommandRequest, Clock, CommandRequest } from "@/lib/world/schema";
import { setupStateAt } from "@/lib/world/simulate";
import { database, withBusyRetry } from "./database";
import type { Caller } from "./session";
import { caches } from "./world-cache";
import { clockViewOf, loadWorld, type World } from "./worlds";

/** One write of a project's world after the other: sequence numbers and checks need a settled log. */
function inTurn<T>(projectId: string, work: () => Promise<T>): Promise<T> {
  const { queues } = caches();
  const turn = (queues.get(projectId) ?? Promise.resolve()).then(work, work);
  const settled = turn.catch(() => undefined);
  queues.set(projectId, settled);
  void settled.then(() => {
    if (queues.get(projectId) === settled) queues.delete(projectId);
  });
  return turn;
}

/** The moment of a command: now, and never before the command before it. */
function momentOf(world: World, wallMs: number): number {
  const lastSeconds = world.commands.at(-1)?.atSeconds ?? 0;
  return Math.max(simulatedNow(world.clock, wallMs), lastSeconds);
}

function problemsOf(world: World, request: CommandRequest, atSeconds: number): Problem[] {
  const state = setupStateAt(world.timeline, atSeconds);
  return checkCommand(state, world.commands, request, world.context);
}

/** Every reason for which a command would be refused now. @throws RefusedError notFound */
export async function checkRequest(projectId: string, request: CommandRequest): Promise<Problem[]> {
  const world = await loadWorld(projectId);
  return problemsOf(world, request, momentOf(world, Date.now()));
}

/**
 * Appends a command at the simulated moment. A repeated command id is answered as the first time.
 * @throws RefusedError notFound, refused with every problem
 */
export function appendCommand(
  projectId: string,
  request: AppendCommandRequest,
  caller: Caller,
): Promise<{ sequence: number; atSeconds: number }> {
  return inTurn(projectId, () =>
    withBusyRetry(async () => {
      const world = await loadWorld(projectId);
      const same = world.commands.find(({ commandId }) => commandId === request.commandId);
      if (same) return { sequence: same.sequence, atSeconds: same.atSeconds };
      const atSeconds = momentOf(world, Date.now());
      const problems = problemsOf(world, request, atSeconds);
      if (problems.length > 0) {
        throw new RefusedError("refused", "The world does not allow this now.", problems);
      }
      const sequence = (world.commands.at(-1)?.sequence ?? 0) + 1;
      await database().$transaction([
        database().worldCommand.create({
          data: {
            projectId,
            sequence,
            commandId: request.commandId,
            atSeconds,
            kind: request.kind,
            payloadJson: JSON.stringify(request.payload),
            importId: request.kind === "mobilityGroup.start" ? world.importId : null,
            actorId: caller.userId,
            actorName: caller.name,
          },
        }),
        database().project.update({
          where: { id: projectId },
          data: { worldRevision: { increment: 1 } },
        }),
      ]);
      return { sequence, atSeconds };
    }),
  );
}

/** @throws RefusedError notFound, refused (jumpBackwards) */
export function changeClock(projectId: string, request: ClockRequest): Promise<ClockView> {
  return inTurn(projectId, () =>
    withBusyRetry(async () => {
      const world = await loadWorld(projectId);
      const wallMs = Date.now();
      const clock = changedClock(world.clock, request, wallMs);
      await database().project.update({
        where: { id: projectId },
        data: {
          clockWallAnchorMs: BigInt(Math.round(clock.wallAnchorMs)),
          clockSimSeconds: clock.simAnchorSeconds,
          clockSpeed: clock.speed,
          clockPaused: clock.paused,
        },
      });
      return clockViewOf({ ...world, clock }, wallMs);
    }),
  );
}

function changedClock(clock: Clock, request: ClockRequest, wallMs: number): Clock {
  switch (request.action) {
    case "pause":
      return pause(clock, wallMs);
    case "resume":
      return resume(clock, wallMs);
    case "setSpeed":
      return setSpeed(clock, wallMs, request.speed);
    case "jumpTo": {
      const result = jumpTo(clock, wallMs, request.atSeconds);
      if (result.ok) return result.clock;
      throw new RefusedError("refused", "Simulated time only moves forward.", [
        { path: "atSeconds", code: result.reason },
      ]);
    }
  }
}
