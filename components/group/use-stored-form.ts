"use client";

import { useCallback, useEffect, useState } from "react";
import type { GroupForm } from "./group-draft";
import { parseStoredForm, storedText, withPlacementOf } from "./stored-form";

/** Long enough for a word to be typed, short enough that a reload loses none. */
const STORE_DELAY_MILLISECONDS = 300;

export interface StoredFormState {
  form: GroupForm;
  change: (changes: Partial<GroupForm>) => void;
  /** The form comes from before a reload, not from the server. */
  restored: boolean;
  startOver: () => void;
  /** The form is saved: nothing of it stays in the browser. */
  forget: () => void;
}

/** A browser may refuse storage, or have no room left: then a reload starts anew, and that is all. */
function tryStorage<T>(use: (storage: Storage) => T): T | null {
  try {
    return use(window.sessionStorage);
  } catch {
    return null;
  }
}

/** A form that survives a reload of its browser tab. `base` names the draft that it was made from. */
export function useStoredForm(key: string, initial: GroupForm, base: string): StoredFormState {
  const [found] = useState(() =>
    parseStoredForm(
      tryStorage((storage) => storage.getItem(key)),
      base,
    ),
  );
  // What it began with: the saved draft may be read again meanwhile.
  const [first] = useState({ form: initial, base });
  const [form, setForm] = useState(found === null ? initial : withPlacementOf(found, initial));
  const [restored, setRestored] = useState(found !== null);
  const [kept, setKept] = useState(true);

  useEffect(() => {
    if (!kept || form === first.form) {
      tryStorage((storage) => storage.removeItem(key));
      return;
    }
    const timer = setTimeout(
      () => tryStorage((storage) => storage.setItem(key, storedText(form, first.base))),
      STORE_DELAY_MILLISECONDS,
    );
    return () => clearTimeout(timer);
  }, [form, first, kept, key]);

  const change = useCallback(
    (changes: Partial<GroupForm>) => setForm((old) => ({ ...old, ...changes })),
    [],
  );
  const startOver = useCallback(() => {
    setForm(first.form);
    setRestored(false);
  }, [first]);
  const forget = useCallback(() => setKept(false), []);
  return { form, change, restored, startOver, forget };
}
