/**
 * How long Azure takes for each step, as a range of seconds to draw from.
 * `published` figures name their document; `assumed` ones are this product's own, because no document has one.
 */
export type StepDuration = {
  minSeconds: number;
  maxSeconds: number;
  basis: "published" | "assumed";
  source: string;
};

const MINUTE = 60;
const HOUR = 3600;

export const PRIVATE_CLOUD_DURATIONS = {
  resourceProvider: {
    minSeconds: 1 * MINUTE,
    maxSeconds: 3 * MINUTE,
    basis: "assumed",
    source: "no published figure; Azure registers a resource provider within minutes",
  },
  /** Until the deployment is taken up: part of the 3 to 4 hours. */
  privateCloudPending: {
    minSeconds: 2 * MINUTE,
    maxSeconds: 8 * MINUTE,
    basis: "assumed",
    source: "no published figure; taken out of the deployment's 3 to 4 hours",
  },
  privateCloud: {
    minSeconds: 3 * HOUR,
    maxSeconds: 4 * HOUR,
    basis: "published",
    source: "Azure VMware Solution deployment tutorial (2021-08-05): about 3 to 4 hours",
  },
  host: {
    minSeconds: 30 * MINUTE,
    maxSeconds: 45 * MINUTE,
    basis: "published",
    source: "Azure VMware Solution scaling tutorial (2021-08-05): 30 to 45 minutes a host",
  },
  expressRouteGateway: {
    minSeconds: 30 * MINUTE,
    maxSeconds: 45 * MINUTE,
    basis: "published",
    source: "Azure ExpressRoute gateway tutorial: up to 45 minutes; the lower end is assumed",
  },
  expressRouteConnection: {
    minSeconds: 2 * MINUTE,
    maxSeconds: 6 * MINUTE,
    basis: "assumed",
    source: "no published figure",
  },
  globalReachConnection: {
    minSeconds: 3 * MINUTE,
    maxSeconds: 10 * MINUTE,
    basis: "assumed",
    source: "no published figure",
  },
  segment: {
    minSeconds: 20,
    maxSeconds: 90,
    basis: "assumed",
    source: "no published figure",
  },
} as const satisfies Record<string, StepDuration>;

/** Host quota takes up to five business days (Azure VMware Solution host quota page). */
export const HOST_QUOTA_BUSINESS_DAYS_MAX = 5;
