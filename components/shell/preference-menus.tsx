"use client";

import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from "@mantine/core";
import {
  IconCheck,
  IconDeviceDesktop,
  IconLanguage,
  IconMoon,
  IconSettings,
  IconSun,
} from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { setPreferenceCookie } from "./preference-cookie";

const languages = ["en", "ko"] as const;
const themes = [
  { id: "light", label: "themeLight", Icon: IconSun },
  { id: "dark", label: "themeDark", Icon: IconMoon },
  { id: "auto", label: "themeAuto", Icon: IconDeviceDesktop },
] as const;

const checkMark = <IconCheck size={14} aria-hidden />;

function LanguageItems() {
  const t = useTranslations("shell");
  const current = useLocale();
  const router = useRouter();
  return (
    <>
      <Menu.Label>{t("header.language")}</Menu.Label>
      {languages.map((language) => (
        <Menu.Item
          key={language}
          role="menuitemradio"
          aria-checked={language === current}
          lang={language}
          rightSection={language === current ? checkMark : null}
          onClick={() => {
            setPreferenceCookie("locale", language);
            router.refresh();
          }}
        >
          {t(`languages.${language}`)}
        </Menu.Item>
      ))}
    </>
  );
}

function ThemeItems() {
  const t = useTranslations("shell.header");
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <>
      <Menu.Label>{t("theme")}</Menu.Label>
      {themes.map(({ id, label, Icon }) => (
        <Menu.Item
          key={id}
          role="menuitemradio"
          aria-checked={id === colorScheme}
          leftSection={<Icon size={16} aria-hidden />}
          rightSection={id === colorScheme ? checkMark : null}
          onClick={() => setColorScheme(id)}
        >
          {t(label)}
        </Menu.Item>
      ))}
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
