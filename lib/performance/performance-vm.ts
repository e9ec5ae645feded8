import type { SizedVm } from "@/lib/assessment/demand";
import type { PowerState } from "@/lib/inventory/schema";
import type { MetricSummary } from "./schema";

/** The statistics of a metric without its weekly profile. */
export type MetricStatistics = Omit<MetricSummary, "hourOfWeekMeans">;

/** A VM in scope with what is known of its load. */
export interface PerformanceVm extends SizedVm {
  key: string;
  name: string;
  powerState: PowerState;
  os: string | null;
  cluster: string | null;
  /** Clock of the cores of its host, MHz; null when its host is not known. */
  coreMhz: number | null;
  /** The name that the performance export writes; null for a VM that it has no samples of. */
  measuredName: string | null;
  diskKibPerSecond: MetricStatistics | null;
  diskIops: MetricStatistics | null;
  networkKibPerSecond: MetricStatistics | null;
}
