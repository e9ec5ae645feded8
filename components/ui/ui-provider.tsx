"use client";

import { Drawer, MantineProvider, Modal, mergeThemeOverrides, Notification } from "@mantine/core";
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
        {/* Outlives the page that it was sent from, so it is not in the page. */}
        <Notifications position="top-right" limit={4} zIndex={500} withinPortal={false} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  );
}

/** Close buttons are a sign alone; they need a name in the reader's language. */
function withCloseLabel(label: string) {
  const closeButtonProps = { "aria-label": label };
  return mergeThemeOverrides(theme, {
    components: {
      Drawer: Drawer.extend({ defaultProps: { closeButtonProps } }),
      Modal: Modal.extend({ defaultProps: { closeButtonProps } }),
      Notification: Notification.extend({ defaultProps: { closeButtonProps } }),
    },
  });
}
