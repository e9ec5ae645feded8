import type { Application } from "./application-model";
import { BUSINESS_APPLICATIONS } from "./applications-business";
import { PLATFORM_APPLICATIONS } from "./applications-platform";

/**
 * The applications of a mid-sized manufacturer and retailer in two sites, about 620 VMs together.
 * Larger estates repeat the list under numbered codes; smaller ones shrink every tier.
 */
export const APPLICATIONS: readonly Application[] = [
  ...BUSINESS_APPLICATIONS,
  ...PLATFORM_APPLICATIONS,
];
