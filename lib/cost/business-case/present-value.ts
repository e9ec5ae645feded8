/**
 * Net present value of yearly flows, the first of them in year 0:
 * the sum of flow / (1 + rate) ^ year (Azure Migrate's business case, 2024-10-29).
 */
export function netPresentValue(flows: readonly number[], rate: number): number {
  return flows.reduce((sum, flow, year) => sum + flow / (1 + rate) ** year, 0);
}

/**
 * The month after which the savings so far stay at or above zero, each year's savings falling evenly
 * on its months. 0 when they are never below it; null when they end below it, or nothing is saved.
 */
export function breakEvenMonth(yearlySavings: readonly number[]): number | null {
  let sum = 0;
  let lastBelow = 0;
  const tolerance = 1e-9 * yearlySavings.reduce((total, value) => total + Math.abs(value), 0);
  yearlySavings.forEach((savings, year) => {
    for (let month = 1; month <= 12; month += 1) {
      sum += savings / 12;
      if (sum < -tolerance) lastBelow = year * 12 + month;
    }
  });
  if (sum <= tolerance) return null;
  return lastBelow === 0 ? 0 : lastBelow + 1;
}
