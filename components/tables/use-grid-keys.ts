"use client";

import { type KeyboardEvent, type RefObject, useCallback, useRef, useState } from "react";

interface GridKeysOptions {
  total: number;
  /** Rows that one screen shows: what Page Up and Page Down move by. */
  rowsPerScreen: () => number;
  scrollRef: RefObject<HTMLDivElement | null>;
  scrollToIndex: (index: number) => void;
  onOpen: (index: number) => void;
  onToggle: (index: number) => void;
}

/** How far an arrow key scrolls a wide list sideways. */
const sidewaysStepPx = 120;

function targetIndex(key: string, active: number, options: GridKeysOptions): number | null {
  const moves: Record<string, number> = {
    ArrowDown: active + 1,
    ArrowUp: active - 1,
    PageDown: active + options.rowsPerScreen(),
    PageUp: active - options.rowsPerScreen(),
    Home: 0,
    End: options.total - 1,
  };
  const target = moves[key];
  return target === undefined ? null : Math.min(Math.max(target, 0), options.total - 1);
}

/**
 * One row takes part in the tab order; arrow keys move it, Enter opens, the space bar selects.
 * Keys pressed inside a control of a cell are the control's.
 */
export function useGridKeys(options: GridKeysOptions) {
  const [active, setActive] = useState(0);
  // The row, not only that one is wanted: a row that is drawn anew meanwhile must not take it for its own.
  const wanted = useRef<number | null>(null);
  const { scrollRef, scrollToIndex } = options;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    if (event.target !== event.currentTarget) return;
    const target = targetIndex(event.key, index, options);
    if (target !== null) {
      event.preventDefault();
      wanted.current = target;
      setActive(target);
      scrollToIndex(target);
    } else if (event.key === "Enter") {
      event.preventDefault();
      options.onOpen(index);
    } else if (event.key === " ") {
      event.preventDefault();
      options.onToggle(index);
    } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
      event.preventDefault();
      const left = event.key === "ArrowRight" ? sidewaysStepPx : -sidewaysStepPx;
      scrollRef.current?.scrollBy({ left });
    }
  };

  /** Moves the focus to the row that a key went to, once it is in the document. */
  const focusWhenThere = useCallback((element: HTMLElement | null, index: number) => {
    if (element === null || wanted.current !== index) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  }, []);

  return {
    active: Math.min(active, Math.max(options.total - 1, 0)),
    setActive,
    onKeyDown,
    focusWhenThere,
  };
}
