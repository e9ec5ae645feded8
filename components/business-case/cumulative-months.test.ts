import { expect, it } from "vitest";
import { cumulativeByMonth } from "./cumulative-months";

it("ends each year at the sum of the years so far", () => {
  const months = cumulativeByMonth([-1_200, 2_400]);
  expect(months).toHaveLength(25);
  expect(months[0]).toEqual({ month: 0, cumulative: 0 });
  expect(months[6]?.cumulative).toBeCloseTo(-600, 9);
  expect(months[12]?.cumulative).toBeCloseTo(-1_200, 9);
  expect(months[24]?.cumulative).toBeCloseTo(1_200, 9);
});
