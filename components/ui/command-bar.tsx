"use client";

import { ActionIcon, Button, Menu, OverflowList, Tooltip } from "@mantine/core";
import { IconDots } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./command-bar.module.css";
import { LazyLink } from "./lazy-link";

export interface Command {
  id: string;
  label: string;
  icon: ReactNode;
  onClick?: () => void;
  /** A link instead of an action. */
  href?: string;
  /** A download link: the browser saves what `href` answers. */
  download?: boolean;
  disabled?: boolean;
  /** Said where a command cannot be used, for instance which role it needs. */
  disabledReason?: string;
  loading?: boolean;
  /** The one that people come for. */
  primary?: boolean;
  destructive?: boolean;
}

function CommandButton({ command }: { command: Command }) {
  const { disabled = false, primary = false } = command;
  const look = {
    variant: primary ? "filled" : "subtle",
    fw: primary ? 600 : 400,
    color: primary ? undefined : "gray",
    className: primary ? undefined : classes.command,
    leftSection: command.icon,
  };
  if (command.href && !disabled) {
    return command.download ? (
      <Button {...look} component="a" href={command.href} download>
        {command.label}
      </Button>
    ) : (
      <Button {...look} component={LazyLink} href={command.href}>
        {command.label}
      </Button>
    );
  }
  // A disabled command keeps its place in the tab order, so that its reason can be read by keys.
  const button = (
    <Button
      {...look}
      loading={command.loading ?? false}
      data-disabled={disabled || undefined}
      aria-disabled={disabled || undefined}
      onClick={disabled ? undefined : command.onClick}
    >
      {command.label}
    </Button>
  );
  if (!disabled || !command.disabledReason) return button;
  return <Tooltip label={command.disabledReason}>{button}</Tooltip>;
}

function CommandMenuItem({ command }: { command: Command }) {
  const look = {
    leftSection: command.icon,
    color: command.destructive ? "var(--mantine-color-error)" : undefined,
    disabled: command.disabled ?? false,
  };
  if (command.href && !command.disabled) {
    return command.download ? (
      <Menu.Item {...look} component="a" href={command.href} download>
        {command.label}
      </Menu.Item>
    ) : (
      <Menu.Item {...look} component={LazyLink} href={command.href}>
        {command.label}
      </Menu.Item>
    );
  }
  return (
    <Menu.Item {...look} onClick={command.onClick}>
      {command.label}
    </Menu.Item>
  );
}

function CommandMenu({ commands }: { commands: readonly Command[] }) {
  const t = useTranslations("shell.commandBar");
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon size={30} aria-label={t("more")}>
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {commands.map((command) => (
          <CommandMenuItem key={command.id} command={command} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

/** The page's commands in a row; what does not fit goes into a menu at its end. */
export function CommandBar({ commands }: { commands: readonly Command[] }) {
  const t = useTranslations("shell.commandBar");
  if (commands.length === 0) return null;
  return (
    <fieldset className={classes.bar} aria-label={t("label")}>
      <OverflowList
        data={[...commands]}
        gap={4}
        getItemKey={(command) => command.id}
        renderItem={(command) => <CommandButton key={command.id} command={command} />}
        renderOverflow={(hidden) => <CommandMenu commands={hidden} />}
      />
    </fieldset>
  );
}
