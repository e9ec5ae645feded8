"use client";

import { useEffect, useRef } from "react";
import type { ClockControl } from "./use-clock";

/** Where a key belongs to the control that has the focus. */
const CONTROLS =
  "input, textarea, select, button, a, summary, [contenteditable=true], [role=slider], [role=row], [role=option], [role=menuitem], [role=dialog] *";

/** Space pauses and resumes, + and - change the speed, wherever no control has the focus. */
export function useClockKeys(control: ClockControl | null): void {
  const latest = useRef(control);
  latest.current = control;
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const current = latest.current;
      if (!current?.mayOperate || event.repeat) return;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(CONTROLS)) return;
      if (event.key === " ") current.togglePaused();
      else if (event.key === "+" || event.key === "=") current.stepSpeed(1);
      else if (event.key === "-") current.stepSpeed(-1);
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
}
