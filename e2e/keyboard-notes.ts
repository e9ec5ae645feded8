/** What a walk found wrong, in words; no findings for a page that is complete. */
export interface Walk {
  stops: string[];
  findings: string[];
}

/** Several members of which one is in the tab order; arrow keys reach the others. */
export interface Composite {
  role: string;
  name: string;
  members: number;
}

export interface Notes {
  /** Whether Tab came back to where it began, and how often it was pressed since. */
  progress: () => { isRound: boolean; presses: number; bound: number };
  /** From here on the keys go backwards. */
  turn: () => void;
  /** Forgets the walk. */
  restart: () => void;
  judge: (root: string) => Walk;
  composites: () => Composite[];
  enter: (composite: number) => void;
  /** Which member has the focus, of how many; -1 outside. */
  place: (composite: number) => { member: number; members: number; row: number; rows: number };
}

declare global {
  interface Window {
    keyboardNotes: Notes;
  }
}

/**
 * Runs in the page and may use nothing from outside. It takes notes at each Tab, before the focus moves on: by then
 * what has the focus has scrolled into view, and what had it before looks as it does without.
 */
export function installNotes(): void {
  const WIDGETS = "button,tab,radio,checkbox,switch,link,menuitem,option,slider,combobox"
    .split(",")
    .map((role) => `[role=${role}]`);
  const OPERABLE = [
    "a[href]",
    "button",
    "input:not([type=hidden])",
    "select",
    "textarea",
    "summary",
    "[tabindex]:not([tabindex='-1'])",
    ...WIDGETS,
  ].join();
  const COMPOSITE = ["tablist", "radiogroup", "grid", "toolbar", "listbox", "menu"]
    .map((role) => `[role=${role}]`)
    .join();
  const MEMBERS: Record<string, string> = {
    tablist: "[role=tab]",
    radiogroup: "input[type=radio],[role=radio]",
    grid: "[role=row][tabindex]",
  };
  /** A date is a stop for each of its parts; what holds the focus for longer than that lets nobody go on. */
  const MOST_STOPS = 8;
  const EDGE = 32;

  // What is on its way to another colour is neither the one nor the other.
  const still = new CSSStyleSheet();
  still.replaceSync("*,*::before,*::after{transition:none!important;animation:none!important}");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];

  interface Stop {
    /** Null where the focus left the page. */
    element: Element | null;
    looks: Map<Element, string>;
    isShown: boolean;
    problem: string | null;
    isBackwards: boolean;
  }
  const stops: Stop[] = [];
  let turnedAt = Number.POSITIVE_INFINITY;

  const labelsOf = (element: Element): Element[] => [
    ...((element as HTMLInputElement).labels ?? []),
  ];
  const describe = (element: Element): string => {
    const name =
      element.getAttribute("aria-label") ??
      labelsOf(element)[0]?.textContent ??
      element.textContent ??
      "";
    const kind = element.getAttribute("role") ?? element.localName;
    return `${kind} "${name.replace(/\s+/g, " ").trim().slice(0, 50)}"`;
  };
  const hasArea = (element: Element): boolean =>
    [element, ...labelsOf(element)].some((one) => {
      const { width, height } = one.getBoundingClientRect();
      return width > 0 && height > 0;
    });
  const isOperable = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    hasArea(element) &&
    element.closest("[inert],[aria-hidden=true]") === null &&
    !element.matches(":disabled") &&
    element.closest("[aria-disabled=true]") === null;

  /** The element, and what is drawn in its place: a label's track, the frame around a field. */
  const drawnFor = (element: Element): Element[] =>
    [
      element,
      ...labelsOf(element),
      element.nextElementSibling,
      element.parentElement,
      element.closest(".mantine-Input-input"),
    ].filter((one) => one !== null);
  const lookOf = (element: Element): string => {
    const style = getComputedStyle(element);
    const isOutlined = style.outlineStyle !== "none" && style.outlineWidth !== "0px";
    const outline = isOutlined ? `${style.outlineWidth} ${style.outlineColor}` : "";
    return [outline, style.boxShadow, style.borderTopWidth, style.borderTopColor].join("|");
  };

  /** A hidden input under a drawn label is seen where the label is. */
  const seenAs = (element: Element): Element => {
    const { width, height } = element.getBoundingClientRect();
    const isDrawn = width > 4 && height > 4 && getComputedStyle(element).opacity !== "0";
    return isDrawn ? element : (labelsOf(element)[0] ?? element.parentElement ?? element);
  };
  const problemOf = (element: Element): string | null => {
    const seen = seenAs(element);
    const box = seen.getClientRects()[0] ?? seen.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const at = [box.left, box.top, box.right, box.bottom].map(Math.round).join(" ");
    const isTall = box.height > clientHeight - 2 * EDGE;
    if (isTall ? box.bottom < EDGE || box.top > clientHeight - EDGE : box.top < -1)
      return `is out of view (${at})`;
    if (!isTall && box.bottom > clientHeight + 1) return `is out of view (${at})`;
    // A browser takes what shows this much sideways for seen.
    const start = Math.max(box.left, 0);
    const end = Math.min(box.right, clientWidth);
    if (end - start < Math.min(box.width, EDGE) - 1) return `is out of view (${at})`;
    const x = end - start > EDGE ? (start + end) / 2 : start + 2;
    const top = Math.max(box.top, 0);
    const bottom = Math.min(box.bottom, clientHeight);
    const heights = isTall ? [] : [top + 3, bottom - 3];
    for (const y of [(top + bottom) / 2, ...heights]) {
      const hit = document.elementFromPoint(x, y);
      const isOwn =
        hit === null ||
        hit.contains(seen) ||
        [element, ...drawnFor(element)].some((one) => one.contains(hit));
      if (!isOwn) return `is covered by ${describe(hit)} (${at})`;
    }
    return null;
  };

  const note = (): void => {
    const previous = stops.at(-1);
    const element = document.activeElement;
    if (previous?.element && previous.element !== element) {
      previous.isShown = [...previous.looks].some(
        ([one, look]) => !one.isConnected || lookOf(one) !== look,
      );
    }
    const has = element !== null && element !== document.body;
    stops.push({
      element: has ? element : null,
      looks: new Map(has ? drawnFor(element).map((one) => [one, lookOf(one)]) : []),
      isShown: true,
      problem: has ? problemOf(element) : null,
      isBackwards: stops.length >= turnedAt,
    });
  };
  window.addEventListener("keydown", ({ key }) => key === "Tab" && note(), { capture: true });

  const leg = (isBackwards: boolean): Element[] =>
    stops.flatMap((stop) =>
      stop.element && stop.isBackwards === isBackwards ? [stop.element] : [],
    );
  const compositesOf = (elements: readonly Element[]): Element[] => [
    ...new Set(elements.flatMap((element) => element.closest(COMPOSITE) ?? [])),
  ];
  const radioGroupOf = (element: Element): string | null =>
    element.matches("input[type=radio]") ? (element as HTMLInputElement).name : null;
  /** Options are reached from the field that their list belongs to. */
  const isOffered = (element: Element, reached: ReadonlySet<Element>): boolean => {
    const list = element.closest("[role=listbox]");
    return [...reached].some((one) => list?.id && one.getAttribute("aria-controls") === list.id);
  };

  function* missed(root: Element): Generator<string> {
    for (const isBackwards of [false, true]) {
      const reached = new Set(leg(isBackwards));
      if (reached.size === 0) continue;
      const composites = new Set(compositesOf([...reached]));
      const radios = new Set([...reached].map(radioGroupOf));
      for (const element of root.querySelectorAll(OPERABLE)) {
        const composite = element.closest(COMPOSITE);
        const radio = radioGroupOf(element);
        if (reached.has(element) || !isOperable(element)) continue;
        if (composite !== null && composites.has(composite)) continue;
        if (radio !== null && radios.has(radio)) continue;
        if (isOffered(element, reached)) continue;
        yield `${describe(element)} is not reached${isBackwards ? " backwards" : ""}`;
      }
    }
  }
  function* mouseOnly(root: Element): Generator<string> {
    const isHand = (element: Element | null) =>
      element !== null && getComputedStyle(element).cursor === "pointer";
    const operable = `${OPERABLE},label,[role=row][tabindex]`;
    for (const element of root.querySelectorAll("*")) {
      // The pointer is inherited: what is asked is where it begins.
      if (!isHand(element) || isHand(element.parentElement) || !isOperable(element)) continue;
      if (element.closest(operable) ?? element.querySelector(operable)) continue;
      yield `${describe(element)} is for a mouse alone: ${element.outerHTML.slice(0, 120)}`;
    }
  }
  function* unseen(): Generator<string> {
    for (const { element, isShown, problem, isBackwards } of stops) {
      if (element === null) continue;
      if (!isShown) yield `${describe(element)} does not show the focus`;
      if (problem) yield `${describe(element)} ${problem}${isBackwards ? " backwards" : ""}`;
    }
  }
  function* escapes(root: Element): Generator<string> {
    for (const { element } of stops) {
      if (element && !root.contains(element)) yield `${describe(element)} is behind the dialog`;
    }
  }
  function* traps(): Generator<string> {
    // The only stop of a page comes after itself.
    if (new Set(leg(false)).size < 2) return;
    let run = 0;
    for (const [index, { element }] of stops.entries()) {
      const isSame = element !== null && element === stops[index - 1]?.element;
      run = isSame ? run + 1 : 0;
      if (element && run === MOST_STOPS) yield `${describe(element)} holds the focus`;
    }
  }

  let met: Element[] = [];
  const composite = (index: number) => met[index];
  const membersOf = (element: Element | undefined): HTMLElement[] => {
    const selector = MEMBERS[element?.getAttribute("role") ?? ""] ?? OPERABLE;
    return [...(element?.querySelectorAll<HTMLElement>(selector) ?? [])].filter(isOperable);
  };

  window.keyboardNotes = {
    progress: () => {
      const walked = Number.isFinite(turnedAt) ? stops.slice(turnedAt) : stops;
      const first = walked.find(({ element }) => element !== null)?.element;
      return {
        isRound: walked.filter(({ element }) => element === first).length > 1,
        presses: walked.length,
        bound: document.querySelectorAll(OPERABLE).length * 2 + 20,
      };
    },
    turn: () => {
      // Where the focus is now is still a stop of the way there.
      turnedAt = stops.length + 1;
    },
    restart: () => {
      stops.length = 0;
      turnedAt = Number.POSITIVE_INFINITY;
    },
    judge: (selector) => {
      note();
      const root = [...document.querySelectorAll(selector)].at(-1) ?? document.body;
      const found = [
        ...missed(root),
        ...mouseOnly(root),
        ...unseen(),
        ...escapes(root),
        ...traps(),
      ];
      return { stops: leg(false).map(describe), findings: [...new Set(found)] };
    },
    composites: () => {
      met = compositesOf(leg(false)).filter((element) => element.isConnected);
      return met.map((element) => ({
        role: element.getAttribute("role") ?? "",
        name: describe(element),
        members: membersOf(element).length,
      }));
    },
    enter: (index) => {
      const all = membersOf(composite(index));
      const stop = all.find((one) => one.tabIndex === 0 && leg(false).includes(one)) ?? all[0];
      stop?.focus();
    },
    place: (index) => {
      const all = membersOf(composite(index));
      const active = document.activeElement;
      return {
        member: all.indexOf(active as HTMLElement),
        members: all.length,
        row: Number(active?.getAttribute("aria-rowindex")),
        rows: Number(composite(index)?.getAttribute("aria-rowcount")),
      };
    },
  };
}
