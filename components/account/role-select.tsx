"use client";

import { Select, type SelectProps, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { ROLES, type Role, roleSchema } from "@/lib/account/schema";

interface RoleSelectProps extends Omit<SelectProps, "data" | "value" | "onChange"> {
  value: Role;
  onChange: (role: Role) => void;
}

/** Azure's role names, each with what it may do. */
export function RoleSelect({ value, onChange, ...others }: RoleSelectProps) {
  const t = useTranslations("members.roles");
  return (
    <Select
      data={[...ROLES]}
      value={value}
      allowDeselect={false}
      onChange={(next) => {
        const role = roleSchema.safeParse(next);
        if (role.success) onChange(role.data);
      }}
      renderOption={({ option }) => (
        <div>
          <Text fz="sm" fw={600}>
            {option.label}
          </Text>
          <Text fz="xs" c="dimmed">
            {t(roleSchema.parse(option.value))}
          </Text>
        </div>
      )}
      comboboxProps={{ width: 280, position: "bottom-start" }}
      {...others}
    />
  );
}
