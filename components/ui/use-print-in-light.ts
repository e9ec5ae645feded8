"use client";

import { useEffect } from "react";

const ATTRIBUTE = "data-mantine-color-scheme";

/** Paper is white: printing takes the light colours, and the screen gets its own back afterwards. */
export function usePrintInLight(): void {
  useEffect(() => {
    const root = document.documentElement;
    let before: string | null = null;
    const toLight = () => {
      before = root.getAttribute(ATTRIBUTE);
      root.setAttribute(ATTRIBUTE, "light");
    };
    const back = () => {
      if (before !== null) root.setAttribute(ATTRIBUTE, before);
      before = null;
    };
    window.addEventListener("beforeprint", toLight);
    window.addEventListener("afterprint", back);
    return () => {
      window.removeEventListener("beforeprint", toLight);
      window.removeEventListener("afterprint", back);
    };
  }, []);
}
