import { findRegion, skusOfRegion } from "@/lib/private-cloud/regions";
import type { AssessmentSettings, SettingsProblem } from "./schema";

/** From this ratio on the portal warns that performance may suffer (AVS assessment calculation). */
const COMFORTABLE_OVERSUBSCRIPTION = 4;

/** Every problem of a combination of settings, for the form and the route alike. */
export function checkSettings(settings: AssessmentSettings): SettingsProblem[] {
  const problems: SettingsProblem[] = [];
  const region = findRegion(settings.azureLocation);
  const offered = region === null ? [] : skusOfRegion(region);
  if (settings.nodeTypes.some((nodeType) => !offered.includes(nodeType))) {
    const noneLeft = !settings.nodeTypes.some((nodeType) => offered.includes(nodeType));
    problems.push({
      setting: "nodeTypes",
      code: "nodeTypeNotInRegion",
      severity: noneLeft ? "error" : "warning",
    });
  }
  if (settings.isStretchClusterEnabled && !region?.stretchedClusters) {
    problems.push({
      setting: "isStretchClusterEnabled",
      code: "noStretchedClustersInRegion",
      severity: "error",
    });
  }
  if (settings.isStretchClusterEnabled && settings.nodeTypes.includes("AV64")) {
    problems.push({
      setting: "nodeTypes",
      code: "av64NotStretched",
      severity: settings.nodeTypes.length === 1 ? "error" : "warning",
    });
  }
  if (settings.discountPercentage > 0 && settings.savingsSettings.savingsOptions !== "None") {
    problems.push({
      setting: "discountPercentage",
      code: "discountWithReservation",
      severity: "warning",
    });
  }
  if (settings.currency !== "USD" && settings.exchangeRatePerUsd === null) {
    problems.push({
      setting: "exchangeRatePerUsd",
      code: "exchangeRateMissing",
      severity: "warning",
    });
  }
  if (settings.vcpuOversubscription > COMFORTABLE_OVERSUBSCRIPTION) {
    problems.push({
      setting: "vcpuOversubscription",
      code: "oversubscriptionAbove4",
      severity: "warning",
    });
  }
  return problems;
}
