import type { Tone } from "@/components/ui/tone";

/** Words for a chance, so that colour is not all that tells it apart. */
export const CHANCES = [
  "certain",
  "veryLikely",
  "likely",
  "open",
  "unlikely",
  "veryUnlikely",
] as const;
export type Chance = (typeof CHANCES)[number];

/** `certain` is left for what held in every replication. */
export function chanceOf(ratio: number): Chance {
  if (ratio >= 1) return "certain";
  if (ratio >= 0.95) return "veryLikely";
  if (ratio >= 0.75) return "likely";
  if (ratio >= 0.4) return "open";
  return ratio >= 0.1 ? "unlikely" : "veryUnlikely";
}

export const CHANCE_TONE: Record<Chance, Tone> = {
  certain: "success",
  veryLikely: "success",
  likely: "info",
  open: "warning",
  unlikely: "danger",
  veryUnlikely: "danger",
};
