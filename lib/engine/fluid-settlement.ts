import type { FluidComponent, FluidResource } from "./fluid-resource";
import type { FluidState } from "./fluid-state";
import { IndexedHeap, KeyColumn } from "./indexed-heap";
import { fillMaxMin, sumsAreWorn } from "./max-min-filling";
import { repairMaxMin } from "./max-min-repair";

/** Brings rates up to date with what has changed, and knows when each group's next flow completes. */
export class FluidSettlement {
  private readonly column = new KeyColumn();
  /** Groups by the time of their next completion. */
  private readonly finishing = new IndexedHeap(this.column);

  /** How often rates have been set anew. */
  count = 0;

  constructor(private readonly state: FluidState) {}

  /** Makes room for one more resource. */
  ensure(resourceCount: number): void {
    this.column.ensure(resourceCount);
  }

  /** Time of the next completion of any group at the present rates; Infinity when none is in sight. */
  get nextSeconds(): number {
    return this.finishing.firstKey;
  }

  /** The flow of that completion. */
  get nextFlow(): number {
    return this.state.resource(this.finishing.first).finishing.first;
  }

  /** Solves every component in which something has changed. Nothing to do costs one comparison. */
  settle(): void {
    const { dirtyComponents } = this.state;
    while (dirtyComponents.length > 0) {
      const component = dirtyComponents.pop() as FluidComponent;
      // Merged into another one, which is marked itself.
      if (component.resources.length > 0) this.settleComponent(component);
    }
  }

  private settleComponent(component: FluidComponent): void {
    this.count++;
    const { state } = this;
    const groupsBefore = component.groups;
    const repaired =
      !component.needsFilling &&
      !sumsAreWorn(component, state.flows.count) &&
      repairMaxMin(state, component);
    if (!repaired) {
      fillMaxMin(state, component);
      for (const group of groupsBefore) this.schedule(group);
    }
    for (const group of component.groups) this.schedule(group);
    for (const resource of component.touched) {
      resource.isTouched = false;
      // A group that has been dropped leaves no completion behind.
      if (!resource.isGroup) this.schedule(resource);
    }
    component.touched.length = 0;
    component.isDirty = false;
  }

  /** Sets the pace of a group's virtual clock and the time of its next completion. */
  private schedule(group: FluidResource): void {
    const { index } = group;
    if ((this.column.place[index] as number) >= 0) this.finishing.remove(index);
    const serves = group.isGroup && group.ownCount > 0;
    group.pace = serves ? group.level : 0;
    if (group.pace !== group.toldPace) {
      group.toldPace = group.pace;
      this.state.observer?.paceChanged(index, group.pace);
    }
    if (!serves || group.finishing.size === 0) return;
    const left = Math.max(0, group.finishing.firstKey - group.virtualTime);
    if (left > 0 && group.pace === 0) return;
    const seconds = left === 0 ? 0 : left / group.pace;
    this.column.set(index, this.state.nowSeconds + seconds, index);
    this.finishing.push(index);
  }
}
