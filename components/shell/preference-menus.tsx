"use client";

import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from "@mantine/core";
import {
  IconDeviceDesktop,
  IconLanguage,
  IconMoon,
  IconSettings,
  IconSun,
} from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { setPreferenceCookie } from "./preference-cookie";
import { languages, themes } from "./preferences";

const themeIcons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop };

function LanguageItems() {
  const t = useTranslations("shell");
  const current = useLocale();
  const router = useRouter();
  return (
    <>
      <Menu.Label>{t("header.language")}</Menu.Label>
      <Menu.RadioGroup
        value={current}
        onChange={(language) => {
          setPreferenceCookie("locale", language);
          router.refresh();
        }}
      >
        {languages.map((language) => (
          <Menu.RadioItem key={language} value={language} lang={language}>
            {t(`languages.${language}`)}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}

function ThemeItems() {
  const t = useTranslations("shell.header");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t("theme")}</Menu.Label>
      <Menu.RadioGroup
        value={colorScheme}
        onChange={(chosen) => {
          const theme = themes.find(({ id }) => id === chosen);
          if (theme) setColorScheme(theme.id);
        }}
      >
        {themes.map(({ id, label }) => {
          const Icon = themeIcons[id];
          return (
            <Menu.RadioItem key={id} value={id} rightSection={<Icon size={16} aria-hidden />}>
              {t(label)}
            </Menu.RadioItem>
          );
        })}
      </Menu.RadioGroup>
    </>
  );
}

interface PreferenceMenuProps {
  kind: "language" | "theme" | "both";
  className?: string | undefined;
}

const icons = { language: IconLanguage, theme: IconSun, both: IconSettings };

/** Language and theme, apart on wide screens and in one menu on narrow ones. */
export function PreferenceMenu({ kind, className }: PreferenceMenuProps) {
  const t = useTranslations("shell.header");
  const label = t(kind === "both" ? "more" : kind);
  const Icon = icons[kind];
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon className={className} aria-label={label}>
            <Icon size={18} stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {kind === "theme" ? null : <LanguageItems />}
        {kind === "both" ? <Menu.Divider /> : null}
        {kind === "language" ? null : <ThemeItems />}
      </Menu.Dropdown>
    </Menu>
  );
}
