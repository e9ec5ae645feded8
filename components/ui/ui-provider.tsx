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
  const t = useTranslations("common.actions");
  const namedTheme = useMemo(() => withLabels(t("close"), t("showPassword")), [t]);
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

/** Buttons that are a sign alone need a name in the reader's language. */
function withLabels(close: string, showPassword: string) {
  const named = { defaultProps: { closeButtonProps: { "aria-label": close } } };
  return mergeThemeOverrides(theme, {
    components: {
      Drawer: named,
      Modal: named,
      Notification: named,
      PasswordInput: {
        defaultProps: {
          visibilityToggleButtonProps: { "aria-label": showPassword },
          visibilityToggleFocusable: true,
        },
      },
    },
  });
}
