/** Kinds of events. What the world does by itself is background: it never keeps a run going. */
export const EVENT = {
  timer: 0,
  go: 1,
  command: 2,
  dispatch: 3,
  linkChange: 4,
  faultEnd: 5,
  stall: 6,
  hazard: 7,
  backupStart: 8,
  randomTunnelDown: 9,
  redraw: 10,
  reservation: 11,
  firstByte: 12,
  bandwidthDrift: 13,
} as const;
type EventName = keyof typeof EVENT;

const BACKGROUND: readonly EventName[] = [
  "linkChange",
  "backupStart",
  "randomTunnelDown",
  "reservation",
  "redraw",
  "bandwidthDrift",
];

/** At one instant: capacities, then commands, then what is due, and new starts when all that is done. */
const PRIORITY = { capacity: 0, command: 1, due: 2, dispatch: 9 } as const;

function priorityOf(name: EventName): number {
  switch (name) {
    case "dispatch":
      return PRIORITY.dispatch;
    case "command":
      return PRIORITY.command;
    case "timer":
    case "go":
    case "stall":
    case "hazard":
    case "backupStart":
    case "firstByte":
      return PRIORITY.due;
    default:
      return PRIORITY.capacity;
  }
}

const NAMES = Object.keys(EVENT) as EventName[];

/** By kind, as both are asked of every event: 1 for those of the background, and the place at one instant. */
export const IS_BACKGROUND = Uint8Array.from(NAMES, (name) => (BACKGROUND.includes(name) ? 1 : 0));
export const EVENT_PRIORITY = Uint8Array.from(NAMES, priorityOf);
