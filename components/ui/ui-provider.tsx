"use client";

import { MantineProvider, mergeThemeOverrides, Notification } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { cssVariablesResolver, theme } from "./theme";

interface UiProviderProps {
  /** The nonce of this response's Content-Security-Policy, for Mantine's generated styles. */
  nonce: string | undefined;
  children: ReactNode;
}

/** The theme, dialogs and notifications; the root of every page. */
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
      <ModalsProvider>
        <Notifications position="top-right" limit={4} zIndex={500} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  );
}

/** A notification's close button is a sign alone; it needs a name in the reader's language. */
function withCloseLabel(label: string) {
  return mergeThemeOverrides(theme, {
    components: {
      Notification: Notification.extend({
        defaultProps: { closeButtonProps: { "aria-label": label } },
      }),
    },
  });
}
