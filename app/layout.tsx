import "@mantine/core/styles.css";
import "@mantine/dates/styles.css";
import "@mantine/dropzone/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./globals.css";
import { ColorSchemeScript, mantineHtmlProps } from "@mantine/core";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { UiProvider } from "@/components/ui/ui-provider";
import { frameNamespaces } from "@/messages/load";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("common");
  return {
    title: { default: t("product"), template: `%s - ${t("product")}` },
    description: t("productSentence"),
    icons: { icon: "/icon.svg" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#0078d4" },
    { media: "(prefers-color-scheme: dark)", color: "#0f0e0e" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, messages, headerStore] = await Promise.all([
    getLocale(),
    getMessages(),
    headers(),
  ]);
  // The console's layout adds the rest: its texts would be most of what a sign-in page weighs.
  const frameMessages = Object.fromEntries(frameNamespaces.map((name) => [name, messages[name]]));
  const nonce = headerStore.get("x-nonce") ?? undefined;
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript defaultColorScheme="auto" nonce={nonce} />
      </head>
      <body>
        <NextIntlClientProvider messages={frameMessages}>
          <UiProvider nonce={nonce}>{children}</UiProvider>
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
