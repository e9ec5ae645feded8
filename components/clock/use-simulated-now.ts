"use client";

import { useEffect, useState } from "react";
import { type HeardClock, simulatedSecondsAt } from "./simulated-now";

/** Ten times a second looks smooth and costs nothing; hidden pages do not draw at all. */
const DRAW_MILLISECONDS = 100;

/**
 * The simulated second that it is now, drawn anew while the clock runs. Use it in small components:
 * each of them is rendered at every step.
 */
export function useSimulatedNow(clock: HeardClock, drawMilliseconds = DRAW_MILLISECONDS): number {
  const { view, heardAtMs } = clock;
  const [seconds, setSeconds] = useState(() => view.nowSeconds);
  useEffect(() => {
    const update = () => setSeconds(simulatedSecondsAt({ view, heardAtMs }, Date.now()));
    update();
    if (view.paused) return;
    let drawnAt = 0;
    let frame = requestAnimationFrame(function draw(at) {
      if (at - drawnAt >= drawMilliseconds) {
        drawnAt = at;
        update();
      }
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [view, heardAtMs, drawMilliseconds]);
  return seconds;
}
