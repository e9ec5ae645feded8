"use client";

import { createContext, type ReactNode, useContext, useState } from "react";
import { createPortal } from "react-dom";

interface Slot {
  node: HTMLElement | null;
  setNode: (node: HTMLElement | null) => void;
}

const SlotContext = createContext<Slot>({ node: null, setNode: () => {} });

export function HeaderSlotProvider({ children }: { children: ReactNode }) {
  const [node, setNode] = useState<HTMLElement | null>(null);
  return <SlotContext value={{ node, setNode }}>{children}</SlotContext>;
}

/** The place in the header. */
export function HeaderSlotOutlet({ className }: { className?: string | undefined }) {
  const { setNode } = useContext(SlotContext);
  return <div ref={setNode} className={className} />;
}

/** Shows its children in the header, for instance the simulated clock of the open project. */
export function HeaderSlot({ children }: { children: ReactNode }) {
  const { node } = useContext(SlotContext);
  return node ? createPortal(children, node) : null;
}
