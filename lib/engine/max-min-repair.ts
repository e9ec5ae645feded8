import type { FluidComponent, FluidResource } from "./fluid-resource";
import { OVERLOAD_TOLERANCE } from "./fluid-resource";
import type { FluidState } from "./fluid-state";

// Caps that give way in one group can move another group's level; past this many passes filling is cheaper.
const MAX_PASSES = 8;
// A cap within this share of a level counts as equal, or rounding would move a flow back and forth.
const EQUAL_LEVEL = 1e-12;

/**
 * Carries a component's max-min solution over a small change: same saturated resources, new levels, and the
 * flows whose cap starts or stops to bind moved one by one. Costs O(groups + log flows) for a change that
 * saturates nothing new.
 *
 * The result is checked against the conditions that make an allocation max-min fair: every group is filled
 * exactly, no other resource is overloaded, and every flow's bottleneck is the lowest level on its path.
 * @returns false when they don't hold, and rates have to be filled from nothing
 */
export function repairMaxMin(state: FluidState, component: FluidComponent): boolean {
  sortByLevel(component.groups);
  for (let pass = 0; ; pass++) {
    for (const group of component.groups) group.setLevel(group.fillingLevel(), state.nowSeconds);
    let moved = false;
    for (const group of component.groups) moved = balanceCaps(state, group) || moved;
    if (!moved) break;
    if (pass === MAX_PASSES) return false;
    if (component.groups.length === 1) break;
  }
  return (
    groupsAgree(component) &&
    dropIdleGroups(component) &&
    touchedFit(component) &&
    untouchedFit(component)
  );
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

/** Whether each group was solved after the ones that it depends on, and is the highest level of its flows. */
function groupsAgree(component: FluidComponent): boolean {
  const { groups } = component;
  for (let i = 0; i < groups.length; i++) (groups[i] as FluidResource).order = i;
  for (const group of groups) {
    if (group.level < 0 || Number.isNaN(group.level)) return false;
    if (group.capLevelWatchedElsewhere > group.level * (1 + EQUAL_LEVEL)) return false;
    for (const share of group.shares) {
      const other = share.group;
      if (other.level > group.level * (1 + EQUAL_LEVEL)) return false;
      if (other.order > group.order) return false;
    }
  }
  return true;
}

/** A group without flows, own or watched, is only a resource that is not full. Always true. */
function dropIdleGroups(component: FluidComponent): boolean {
  const { groups } = component;
  let kept = 0;
  for (const group of groups) {
    if (group.ownCount > 0 || group.watchedCaps.size > 0) groups[kept++] = group;
    else group.leaveGroup();
  }
  groups.length = kept;
  return true;
}

function touchedFit(component: FluidComponent): boolean {
  for (const resource of component.touched) {
    if (!resource.isGroup && !fits(resource)) return false;
  }
  return true;
}

/** Looks at all resources only when some level has risen past what the last look found to be safe. */
function untouchedFit(component: FluidComponent): boolean {
  for (const group of component.groups) {
    if (group.ownCount > 0 && group.level > group.safeLevel) return findSafeLevels(component);
  }
  return true;
}

/**
 * Sets the levels up to which nothing that is not saturated can become so.
 * @returns false when something is overloaded already
 */
export function findSafeLevels(component: FluidComponent): boolean {
  for (const group of component.groups) group.safeLevel = Number.POSITIVE_INFINITY;
  let allFit = true;
  for (const resource of component.resources) {
    if (!resource.isGroup && resource.crossings.length > 0) allFit = fits(resource) && allFit;
  }
  return allFit;
}

/**
 * Whether a resource that is not saturated carries its load. If every level it depends on grows by the
 * same factor, it is full at (capacity - capped) / shared load, so each of them is safe up to that factor.
 */
function fits(resource: FluidResource): boolean {
  const shared = resource.sharedLoad();
  const { capacity, cappedLoad } = resource;
  if (cappedLoad + shared > capacity * (1 + OVERLOAD_TOLERANCE)) return false;
  if (shared > 0) {
    const factor = Math.max(1, (capacity - cappedLoad) / shared);
    for (const { group } of resource.shares) {
      const safe = group.level * factor;
      if (safe < group.safeLevel) group.safeLevel = safe;
    }
  } else {
    // Shared flows at level 0 (an outage elsewhere): look again as soon as they move.
    for (const { group } of resource.shares) group.safeLevel = 0;
  }
  return true;
}
