/** Where a figure comes from; every figure on screen can say it. */
export const figureOrigins = ["reported", "derived", "assumed", "simulated"] as const;
export type FigureOrigin = (typeof figureOrigins)[number];
