/** Savings so far at the end of each month, a year's savings falling evenly on its months. */
export function cumulativeByMonth(
  yearlySavings: readonly number[],
): { month: number; cumulative: number }[] {
  let sum = 0;
  const months = yearlySavings.flatMap((savings, year) =>
    Array.from({ length: 12 }, (_, index) => {
      sum += savings / 12;
      return { month: year * 12 + index + 1, cumulative: sum };
    }),
  );
  return [{ month: 0, cumulative: 0 }, ...months];
}
