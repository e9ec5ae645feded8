"use client";

import { Drawer, type DrawerProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useState } from "react";
import classes from "./blade.module.css";
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
  const t = useTranslations("shell.blade");
  const { value, close } = useBlade(param);
  // The last value stays on screen while the panel slides away.
  const [shown, setShown] = useState(value);
  useEffect(() => {
    if (value !== null) setShown(value);
  }, [value]);
  const current = value ?? shown;
  return (
    <Drawer
      opened={value !== null}
      onClose={close}
      position="right"
      size={size}
      title={current === null ? null : typeof title === "function" ? title(current) : title}
      closeButtonProps={{ "aria-label": t("close") }}
      overlayProps={{ backgroundOpacity: 0.2 }}
      // The head of a panel is no banner of the page.
      attributes={{ header: { role: "presentation" } }}
      classNames={{ content: classes.content, header: classes.header, body: classes.body }}
    >
      {current === null ? null : (
        <>
          <div className={classes.main}>{children(current)}</div>
          {footer ? <div className={classes.footer}>{footer(current)}</div> : null}
        </>
      )}
    </Drawer>
  );
}
