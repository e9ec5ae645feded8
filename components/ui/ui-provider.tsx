"use client";

import { MantineProvider, mergeThemeOverrides } from "@mantine/core";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { cssVariablesResolver, theme } from "./theme";

interface UiProviderProps {
  /** The nonce of this response's Content-Security-Policy, for Mantine's generated styles. */
  nonce: string | undefined;
  children: ReactNode;
}

/** The theme; the root of every page. */
export function UiProvider({ nonce, children }: UiProviderProps) {
  const close = useTranslations("common.actions")("close");
  const namedTheme = useMemo(() => withCloseLabel(close), [close]);
  return (
    <MantineProvider
      theme={namedTheme}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      getStyleNonce={nonce ? () => nonce : undefined}
    >
      {children}
    </MantineProvider>
  );
}

/** Close buttons are a sign alone; they need a name in the reader's language. */
function withCloseLabel(label: string) {
  const named = { defaultProps: { closeButtonProps: { "aria-label": label } } };
  return mergeThemeOverrides(theme, {
    components: { Drawer: named, Modal: named, Notification: named },
  });
}
