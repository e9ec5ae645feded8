"use client";

import { NativeSelect, useMantineColorScheme } from "@mantine/core";
import { useMounted } from "@mantine/hooks";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { setPreferenceCookie } from "./preference-cookie";
import { languages, themes } from "./preferences";

/** Language and theme in sight, for the pages before the console: whoever cannot read them finds no menu either. */
export function PreferenceSelects() {
  const t = useTranslations("shell");
  const locale = useLocale();
  const router = useRouter();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The server does not know what this browser keeps.
  const mounted = useMounted();
  return (
    <>
      <NativeSelect
        size="xs"
        aria-label={t("header.language")}
        value={locale}
        onChange={(event) => {
          setPreferenceCookie("locale", event.currentTarget.value);
          router.refresh();
        }}
      >
        {languages.map((language) => (
          <option key={language} value={language} lang={language}>
            {t(`languages.${language}`)}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="xs"
        aria-label={t("header.theme")}
        value={mounted ? colorScheme : "auto"}
        onChange={(event) => {
          const chosen = themes.find(({ id }) => id === event.currentTarget.value);
          if (chosen) setColorScheme(chosen.id);
        }}
        data={themes.map(({ id, label }) => ({ value: id, label: t(`header.${label}`) }))}
      />
    </>
  );
}
