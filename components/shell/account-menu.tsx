"use client";

import { Avatar, Menu, Text, UnstyledButton } from "@mantine/core";
import { IconKey, IconLogout, IconUsers } from "@tabler/icons-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { onDemand } from "@/components/ui/on-demand";
import { StateBadge } from "@/components/ui/state-badge";
import { useSignOut } from "@/lib/client/account-queries";
import { useCaller } from "./caller-context";

const ChangePasswordDialog = onDemand(
  async () => (await import("@/components/account/change-password-dialog")).ChangePasswordDialog,
);

/** Who is signed in, with which role, and the way out. */
export function AccountMenu({ className }: { className?: string | undefined }) {
  const t = useTranslations("shell");
  const caller = useCaller();
  const signOut = useSignOut();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <UnstyledButton
            className={className}
            aria-label={t("header.account", { name: caller.name })}
          >
            <Avatar size={26} radius="50%" name={caller.name} color="azure" variant="light" />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            <Text fz="sm" fw={600} c="var(--mantine-color-text)">
              {caller.name}
            </Text>
            <Text fz="xs" c="dimmed" mb={4}>
              {caller.email}
            </Text>
            <StateBadge tone="info">{caller.role}</StateBadge>
          </Menu.Label>
          <Menu.Divider />
          <Menu.Item
            component={Link}
            href="/members"
            leftSection={<IconUsers size={16} aria-hidden />}
          >
            {t("nav.members")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconKey size={16} aria-hidden />}
            onClick={() => setChanging(true)}
          >
            {t("header.changePassword")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLogout size={16} aria-hidden />}
            closeMenuOnClick={false}
            onClick={() =>
              // A whole load: nothing that the session read stays in memory.
              signOut.mutate(undefined, { onSuccess: () => window.location.assign("/sign-in") })
            }
          >
            {t("header.signOut")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <ChangePasswordDialog opened={changing} onClose={() => setChanging(false)} />
    </>
  );
}
