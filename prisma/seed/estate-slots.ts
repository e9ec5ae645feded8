import type { Application, Tier } from "./application-model";
import { APPLICATIONS } from "./applications";
import { DEVELOPMENT } from "./applications-platform";
import { padded } from "./draw";

/** One VM to be built: which application and tier it belongs to, and its number there. */
export interface Slot {
  /** The application's code with the number of its copy: `shop`, `shop2`. */
  code: string;
  application: Application;
  tier: Tier;
  ordinal: number;
}

/** The number of VMs that the catalogue's tier counts are made for. */
const CATALOGUE_VMS = 800;

export function slotName(slot: Slot): string {
  const digits = slot.tier.count > 99 ? 3 : 2;
  return `${slot.application.site}-${slot.code}-${slot.tier.code}-${padded(slot.ordinal, digits)}`;
}

/**
 * Exactly `vmCount` VMs: the catalogue, scaled down for small estates and repeated for large ones,
 * then development VMs up to the number.
 */
export function planSlots(vmCount: number): Slot[] {
  const copies = Math.max(1, Math.round(vmCount / CATALOGUE_VMS));
  const shrinkRatio = Math.min(1, vmCount / CATALOGUE_VMS);
  const slots: Slot[] = [];
  for (let copy = 1; copy <= copies; copy += 1) {
    for (const application of APPLICATIONS) {
      const code = copy === 1 ? application.code : `${application.code}${copy}`;
      for (const tier of application.tiers) {
        const count = Math.max(1, Math.round(tier.count * shrinkRatio));
        for (let ordinal = 1; ordinal <= count; ordinal += 1) {
          slots.push({ code, application, tier, ordinal });
        }
      }
    }
  }
  return withDevelopment(slots, vmCount);
}

/** Development VMs are cut into groups of this many, so that names keep two digits. */
const DEVELOPMENT_GROUP_VMS = 99;

function withDevelopment(slots: Slot[], vmCount: number): Slot[] {
  const tier = DEVELOPMENT.tiers[0] as Tier;
  const missing = vmCount - slots.length;
  for (let index = 0; index < missing; index += 1) {
    const group = 1 + Math.floor(index / DEVELOPMENT_GROUP_VMS);
    const code = group === 1 ? DEVELOPMENT.code : `${DEVELOPMENT.code}${group}`;
    const ordinal = 1 + (index % DEVELOPMENT_GROUP_VMS);
    slots.push({ code, application: DEVELOPMENT, tier, ordinal });
  }
  return slots.slice(0, vmCount);
}
