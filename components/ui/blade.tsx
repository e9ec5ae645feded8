"use client";

import type { DrawerProps } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { onDemand } from "./on-demand";
import { useSearchParam } from "./use-search-param";

/** Opens and closes the blade of a search parameter; "back" closes what was opened. */
export function useBlade(param: string): {
  value: string | null;
  open: (value: string) => void;
  close: () => void;
} {
  const [value, setValue] = useSearchParam(param);
  return {
    value,
    open: (next) => setValue(next, "push"),
    close: () => setValue(null),
  };
}

const BladePanel = onDemand(async () => (await import("./blade-panel")).BladePanel);

interface BladeProps {
  /** The search parameter whose value opens the blade, for instance `vm`. */
  param: string;
  title: ReactNode | ((value: string) => ReactNode);
  /** Content for the parameter's value. */
  children: (value: string) => ReactNode;
  /** Buttons that stay at the lower edge. */
  footer?: (value: string) => ReactNode;
  size?: DrawerProps["size"];
}

/**
 * The portal's blade: a panel on the right over the page, whose state lies in the address, so that
 * a link to it can be sent.
 */
export function Blade({ param, title, children, footer, size = "lg" }: BladeProps) {
  const { value, close } = useBlade(param);
  // The last value stays on screen while the panel slides away.
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value !== null) setShown(value);
  }, [value]);
  const current = value ?? shown;
  return (
    <BladePanel
      opened={value !== null}
      onClose={close}
      size={size}
      title={current === null ? null : typeof title === "function" ? title(current) : title}
      footer={current === null ? null : footer?.(current)}
    >
      {current === null ? null : children(current)}
    </BladePanel>
  );
}
