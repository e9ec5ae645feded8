import { findRegion } from "@/lib/private-cloud/regions";

/** Azure's display name of a location, or the location itself when it is not one of ours. */
export function regionName(location: string): string {
  return findRegion(location)?.displayName ?? location;
}
