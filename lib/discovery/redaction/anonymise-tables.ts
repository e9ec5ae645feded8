import type { Dependency } from "@/lib/dependency/schema";
import type { VmPerformance } from "@/lib/performance/schema";
import { Pseudonyms } from "./pseudonyms";

/**
 * Made-up names and addresses for dependencies and performance samples, in place. One key gives a name the same
 * pseudonym as in the inventory, so that they still join.
 */
export function anonymiseTables(
  dependencies: readonly Dependency[],
  performance: readonly VmPerformance[],
  key: string,
): void {
  const made = new Pseudonyms(key);
  for (const dependency of dependencies) {
    dependency.sourceName = made.address(dependency.sourceName);
    dependency.sourceApplication = made.name(dependency.sourceApplication);
    dependency.sourceProcess = made.name(dependency.sourceProcess);
    dependency.destinationName = made.name(dependency.destinationName);
    dependency.destinationIp = made.name(dependency.destinationIp);
    dependency.destinationApplication = made.name(dependency.destinationApplication);
    dependency.destinationProcess = made.name(dependency.destinationProcess);
  }
  for (const vm of performance) vm.vmName = made.address(vm.vmName);
}
