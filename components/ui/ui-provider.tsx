"use client";

import { MantineProvider } from "@mantine/core";
import { ModalsProvider } from "@mantine/modals";
import { Notifications } from "@mantine/notifications";
import type { ReactNode } from "react";
import { cssVariablesResolver, theme } from "./theme";

interface UiProviderProps {
  /** The nonce of this response's Content-Security-Policy, for Mantine's generated styles. */
  nonce: string | undefined;
  children: ReactNode;
}

/** The theme, dialogs and notifications; the root of every page. */
export function UiProvider({ nonce, children }: UiProviderProps) {
  return (
    <MantineProvider
      theme={theme}
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
