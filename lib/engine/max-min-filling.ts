import { HELD_BY_CAP, MAX_PATH_LENGTH, UNASSIGNED } from "./flow-table";
import type { FluidComponent, FluidResource } from "./fluid-resource";
import type { FluidState } from "./fluid-state";
import { findSafeLevels } from "./max-min-repair";

// Sums are built anew after this many changes: their rounding errors then stay near 1e-12.
const CHANGES_BEFORE_RESUMMING = 65_536;

/** A saturated resource and the level at which it stopped its flows. */
interface FilledGroup {
  group: FluidResource;
  level: number;
}

/**
 * Solves a component from nothing by progressive filling: all rates rise together until a cap or a resource
 * stops some of them, and so on (Bertsekas and Gallager, "Data Networks", section 6.5.2). Flows whose
 * bottleneck stays keep their place in its virtual time.
 */
export function fillMaxMin(state: FluidState, component: FluidComponent): void {
  const rows = flowsOf(component);
  const filled = findBottlenecks(state, component, rows);
  const { flows, nowSeconds } = state;
  const before = component.groups;
  for (const group of before) group.isGroup = false;
  component.groups = filled.map(({ group }) => group);
  for (const group of component.groups) {
    group.isGroup = true;
    group.capLevelWatchedElsewhere = 0;
  }
  if (sumsAreWorn(component, rows.length)) {
    // With every flow detached each sum is exactly 0 again.
    for (const row of rows) state.detach(row);
    component.changeCount = 0;
  }
  for (const row of rows) {
    const bottleneck = flows.found[row] as number;
    if (flows.bottleneck[row] === bottleneck) continue;
    state.detach(row);
    if (bottleneck === HELD_BY_CAP) state.attachToCap(row, null);
    else state.attachToGroup(row, state.resource(bottleneck));
  }
  for (const { group, level } of filled) group.setLevel(level, nowSeconds);
  for (const row of rows) {
    if (flows.bottleneck[row] === HELD_BY_CAP) state.watch(row, state.lowestGroup(row));
  }
  for (const group of before) if (!group.isGroup) group.leaveGroup();
  findSafeLevels(component);
  component.needsFilling = false;
}

/** Whether enough additions and subtractions have passed for rounding to show, and to pay for new sums. */
export function sumsAreWorn(component: FluidComponent, flowCount: number): boolean {
  return component.changeCount > CHANGES_BEFORE_RESUMMING + MAX_PATH_LENGTH * 4 * flowCount;
}

/** Every flow of a component once: at its first hop. */
function flowsOf(component: FluidComponent): number[] {
  const rows: number[] = [];
  for (const resource of component.resources) {
    for (const crossing of resource.crossings) {
      if (crossing % MAX_PATH_LENGTH === 0) rows.push(crossing / MAX_PATH_LENGTH);
    }
  }
  return rows;
}

/** Writes `found` of each flow and returns the saturated resources, the lowest level first. */
function findBottlenecks(
  state: FluidState,
  component: FluidComponent,
  rows: readonly number[],
): FilledGroup[] {
  const { flows } = state;
  let open = openResources(state, component);
  let capped: number[] = [];
  for (const row of rows) {
    flows.found[row] = UNASSIGNED;
    if ((flows.capLevel[row] as number) < Number.POSITIVE_INFINITY) capped.push(row);
  }
  const filled: FilledGroup[] = [];
  let openCount = rows.length;
  while (openCount > 0) {
    open = open.filter((resource) => resource.openCount > 0);
    const binding = firstToFill(open);
    const level = binding === null ? Number.POSITIVE_INFINITY : levelWhenFull(binding);
    // Stopping a flow below the level of a resource never lowers that level, so all such caps stop at once.
    const stillRising: number[] = [];
    let stopped = 0;
    for (const row of capped) {
      if (flows.found[row] !== UNASSIGNED) continue;
      const capLevel = flows.capLevel[row] as number;
      if (capLevel <= level) {
        stop(state, row, HELD_BY_CAP, capLevel);
        stopped++;
      } else {
        stillRising.push(row);
      }
    }
    capped = stillRising;
    if (stopped === 0) {
      if (binding === null || level === Number.POSITIVE_INFINITY) {
        throw new RangeError("a flow has neither a cap nor a finite resource on its path");
      }
      for (const crossing of binding.crossings) {
        const row = (crossing / MAX_PATH_LENGTH) | 0;
        if (flows.found[row] !== UNASSIGNED) continue;
        stop(state, row, binding.index, level);
        stopped++;
      }
      filled.push({ group: binding, level });
    }
    openCount -= stopped;
  }
  return filled;
}

function openResources(state: FluidState, component: FluidComponent): FluidResource[] {
  const { flows } = state;
  for (const resource of component.resources) {
    resource.spare = resource.capacity;
    resource.openCount = resource.crossings.length;
    resource.openWeight = 0;
    for (const crossing of resource.crossings) {
      resource.openWeight += flows.weight[(crossing / MAX_PATH_LENGTH) | 0] as number;
    }
  }
  return component.resources;
}

function levelWhenFull(resource: FluidResource): number {
  return Math.max(0, resource.spare) / resource.openWeight;
}

/** The resource that fills at the lowest level, the first by number among equals; null when none is left. */
function firstToFill(open: readonly FluidResource[]): FluidResource | null {
  let first: FluidResource | null = null;
  let lowest = Number.POSITIVE_INFINITY;
  for (const resource of open) {
    const level = levelWhenFull(resource);
    if (level < lowest || (level === lowest && first !== null && resource.index < first.index)) {
      first = resource;
      lowest = level;
    }
  }
  return first;
}

function stop(state: FluidState, row: number, bottleneck: number, level: number): void {
  const { flows, resources } = state;
  flows.found[row] = bottleneck;
  const weight = flows.weight[row] as number;
  const start = row * MAX_PATH_LENGTH;
  const end = start + (flows.pathLength[row] as number);
  for (let crossing = start; crossing < end; crossing++) {
    const resource = resources[flows.path[crossing] as number] as FluidResource;
    resource.spare -= weight * level;
    resource.openCount--;
    resource.openWeight = resource.openCount === 0 ? 0 : resource.openWeight - weight;
  }
}
