/** How a state feels. Colour is never the only sign: a text or a shape always goes with it. */
export const tones = ["neutral", "info", "success", "warning", "danger", "progress"] as const;
export type Tone = (typeof tones)[number];

/** The theme colour of a tone, whose light variant passes contrast in both themes. */
export const toneColor: Record<Tone, string> = {
  neutral: "gray",
  info: "azure",
  success: "green",
  warning: "yellow",
  danger: "red",
  progress: "azure",
};
