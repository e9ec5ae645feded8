import { HELD_BY_CAP, MAX_PATH_LENGTH } from "./flow-table";
import type { FluidComponent, FluidResource } from "./fluid-resource";
import { OVERLOAD_TOLERANCE } from "./fluid-resource";
import type { FluidState } from "./fluid-state";

// Each correction can ask for another; past this many passes filling from nothing is cheaper.
const MAX_PASSES = 16;
// A level within this share of another counts as equal, or rounding would move a flow back and forth.
const EQUAL_LEVEL = 1e-12;

/**
 * Carries a component's max-min solution over a small change. Each pass computes the levels of the saturated
 * resources and then corrects what contradicts them: caps that start or stop to bind, flows that now meet a
 * lower level elsewhere on their path, resources that have become full. A change that saturates nothing new
 * costs O(groups + log flows), a new bottleneck the number of flows that cross it.
 *
 * A pass without corrections is a proof: every group is filled exactly, no other resource is overloaded, and
 * every flow's bottleneck is the lowest level on its path, which are the conditions of max-min fairness.
 * @returns false when the passes don't settle, and rates have to be filled from nothing
 */
export function repairMaxMin(state: FluidState, component: FluidComponent): boolean {
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    sortByLevel(component.groups);
    for (const group of component.groups) group.setLevel(group.fillingLevel(), state.nowSeconds);
    let corrected = false;
    for (const group of component.groups) corrected = balanceCaps(state, group) || corrected;
    // With a single group the caps have just been balanced against its final level.
    if (corrected && component.groups.length > 1) continue;
    if (correctGroups(state, component)) continue;
    dropIdleGroups(state, component);
    if (!saturateTouched(state, component) && !saturateUntouched(state, component)) return true;
  }
  return false;
}

/** Insertion sort: levels seldom pass each other, so it is one comparison a group. */
function sortByLevel(groups: FluidResource[]): void {
  for (let i = 1; i < groups.length; i++) {
    const group = groups[i] as FluidResource;
    let place = i;
    while (place > 0 && isLower(group, groups[place - 1] as FluidResource)) {
      groups[place] = groups[place - 1] as FluidResource;
      place--;
    }
    groups[place] = group;
  }
  for (let i = 0; i < groups.length; i++) (groups[i] as FluidResource).order = i;
}

function isLower(a: FluidResource, b: FluidResource): boolean {
  return a.level < b.level || (a.level === b.level && a.index < b.index);
}

/**
 * Frees own flows whose cap is below the level, and holds back watched ones whose cap is above it, one at a
 * time: each move brings the level closer to the moved cap and never past it.
 */
function balanceCaps(state: FluidState, group: FluidResource): boolean {
  let moved = false;
  for (;;) {
    if (group.ownCaps.firstKey < group.level * (1 - EQUAL_LEVEL)) {
      const row = group.ownCaps.first;
      state.detach(row);
      state.attachToCap(row, group);
    } else if (-group.watchedCaps.firstKey > group.level * (1 + EQUAL_LEVEL)) {
      const row = group.watchedCaps.first;
      state.detach(row);
      state.attachToGroup(row, group);
    } else {
      return moved;
    }
    moved = true;
    group.setLevel(group.fillingLevel(), state.nowSeconds);
  }
}

/** Moves flows to the lowest level on their path; true when levels have to be computed again. */
function correctGroups(state: FluidState, component: FluidComponent): boolean {
  let corrected = false;
  for (const group of component.groups) {
    // Without own flows it bounds nobody; `dropIdleGroups` looks after an overloaded one.
    const limit = group.ownCount === 0 ? Number.POSITIVE_INFINITY : group.level * (1 + EQUAL_LEVEL);
    if (group.capLevelWatchedElsewhere > limit) {
      corrected = watchAgain(state, group, limit) || corrected;
    }
    for (let i = group.shares.length - 1; i >= 0; i--) {
      const other = group.shares[i]?.group;
      if (other === undefined) continue;
      if (other.level > limit) {
        moveShared(state, other, group);
        corrected = true;
      } else if (other.order > group.order) {
        // Solved before a level that it depends on.
        corrected = true;
      }
    }
    // Overloaded by the others: flows that it holds back or watches have to give way first.
    const canGiveWay = group.ownCount > 0 || group.watchedCaps.size > 0;
    if (canGiveWay && !(group.level >= 0)) corrected = true;
  }
  return corrected;
}

/** Looks for capped flows that a group should watch itself; true when there is one over its level. */
function watchAgain(state: FluidState, group: FluidResource, limit: number): boolean {
  const { flows } = state;
  group.capLevelWatchedElsewhere = 0;
  let found = false;
  for (const crossing of group.crossings) {
    const row = (crossing / MAX_PATH_LENGTH) | 0;
    if (flows.bottleneck[row] !== HELD_BY_CAP) continue;
    state.watch(row, state.lowestGroup(row));
    if ((flows.capLevel[row] as number) > limit) found = true;
  }
  return found;
}

/** Hands the flows that cross both groups from one to the other. */
function moveShared(state: FluidState, from: FluidResource, to: FluidResource): void {
  const { flows } = state;
  const { crossings } = from.crossings.length < to.crossings.length ? from : to;
  for (const crossing of crossings) {
    const row = (crossing / MAX_PATH_LENGTH) | 0;
    if (flows.bottleneck[row] !== from.index || !crosses(state, row, to)) continue;
    state.detach(row);
    state.attachToGroup(row, to);
  }
}

function crosses(state: FluidState, row: number, resource: FluidResource): boolean {
  const start = row * MAX_PATH_LENGTH;
  const end = start + (state.flows.pathLength[row] as number);
  for (let crossing = start; crossing < end; crossing++) {
    if (state.flows.path[crossing] === resource.index) return true;
  }
  return false;
}

/**
 * A group without flows, own or watched, is only a resource that is not full, or one that other groups'
 * flows have overloaded: both are for the checks of such resources, which follow.
 */
function dropIdleGroups(state: FluidState, component: FluidComponent): void {
  const { groups } = component;
  let kept = 0;
  for (const group of groups) {
    if (group.ownCount > 0 || group.watchedCaps.size > 0) {
      groups[kept++] = group;
    } else {
      group.leaveGroup();
      state.touch(group);
    }
  }
  groups.length = kept;
}

function saturateTouched(state: FluidState, component: FluidComponent): boolean {
  let saturated = false;
  // Saturating a resource touches others, which the same loop then reaches.
  for (let i = 0; i < component.touched.length; i++) {
    const resource = component.touched[i] as FluidResource;
    if (resource.isGroup || fits(resource)) continue;
    saturate(state, resource);
    saturated = true;
  }
  return saturated;
}

/** Looks at all resources only when some level has risen past what the last look found to be safe. */
function saturateUntouched(state: FluidState, component: FluidComponent): boolean {
  if (!component.groups.some((group) => group.ownCount > 0 && group.level > group.safeLevel)) {
    return false;
  }
  let saturated = false;
  for (const resource of findSafeLevels(component)) {
    saturate(state, resource);
    saturated = true;
  }
  return saturated;
}

/**
 * Sets the levels up to which nothing that is not saturated can become so.
 * @returns what is overloaded already
 */
export function findSafeLevels(component: FluidComponent): FluidResource[] {
  for (const group of component.groups) group.safeLevel = Number.POSITIVE_INFINITY;
  return component.resources.filter(
    (resource) => !resource.isGroup && resource.crossings.length > 0 && !fits(resource),
  );
}

/**
 * Whether a resource that is not saturated carries its load. If every level it depends on grows by the
 * same factor, it is full at (capacity - capped) / shared load, so each of them is safe up to that factor.
 */
function fits(resource: FluidResource): boolean {
  const shared = resource.sharedLoad();
  const { capacity, cappedLoad } = resource;
  if (cappedLoad + shared > capacity * (1 + OVERLOAD_TOLERANCE)) return false;
  // Shared flows at level 0 (an outage elsewhere): factor 0 makes any rise look again.
  const factor = shared > 0 ? Math.max(1, (capacity - cappedLoad) / shared) : 0;
  for (const { group } of resource.shares) {
    const safe = group.level * factor;
    if (safe < group.safeLevel) group.safeLevel = safe;
  }
  return true;
}

/** Makes an overloaded resource a group: it takes over the flows that run above the level that it can give. */
function saturate(state: FluidState, resource: FluidResource): void {
  const { flows } = state;
  const rows = resource.crossings.map((crossing) => (crossing / MAX_PATH_LENGTH) | 0);
  const level = levelThatFits(state, resource, rows);
  resource.isGroup = true;
  resource.safeLevel = Number.POSITIVE_INFINITY;
  resource.capLevelWatchedElsewhere = 0;
  resource.setLevel(level, state.nowSeconds);
  resource.component.groups.push(resource);
  for (const row of rows) {
    if (levelOf(state, row) > level) {
      state.detach(row);
      state.attachToGroup(row, resource);
    } else if (flows.bottleneck[row] === HELD_BY_CAP) {
      state.watch(row, state.lowestGroup(row));
    }
  }
}

/** The level w at which sum of weight x min(w, present level) fills the resource. */
function levelThatFits(
  state: FluidState,
  resource: FluidResource,
  rows: readonly number[],
): number {
  const { weight } = state.flows;
  let open = rows;
  let spare = resource.capacity;
  for (;;) {
    let openWeight = 0;
    for (const row of open) openWeight += weight[row] as number;
    const level = Math.max(0, spare) / openWeight;
    const above = open.filter((row) => levelOf(state, row) > level);
    if (above.length === open.length || above.length === 0) return level;
    for (const row of open) {
      const own = levelOf(state, row);
      if (own <= level) spare -= own * (weight[row] as number);
    }
    open = above;
  }
}

function levelOf(state: FluidState, row: number): number {
  const bottleneck = state.flows.bottleneck[row] as number;
  return bottleneck === HELD_BY_CAP
    ? (state.flows.capLevel[row] as number)
    : state.resource(bottleneck).level;
}
