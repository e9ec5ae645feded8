"use client";

import { Button, Checkbox, Group, Popover, ScrollArea, Stack, Text } from "@mantine/core";
import { IconVolumeOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { DEFAULT_NOISE_PORTS, NOISE_CATEGORIES, NOISE_PORTS } from "@/lib/dependency/ports";
import type { HiddenPorts } from "./use-hidden-ports";

interface QuietButtonProps {
  isOff: boolean;
  label: string;
  onClick: () => void;
}

/** A button that keeps the focus when its own click turns it off; without, keys would be nowhere. */
function QuietButton({ isOff, label, onClick }: QuietButtonProps) {
  return (
    <Button
      variant="subtle"
      aria-disabled={isOff || undefined}
      data-disabled={isOff || undefined}
      onClick={isOff ? undefined : onClick}
    >
      {label}
    </Button>
  );
}

/** Which ports say too little about what belongs together to count, each kind with its reason. */
export function NoiseMenu({ hidden }: { hidden: HiddenPorts }) {
  const t = useTranslations("dependencies.noise");
  const change = (ports: readonly number[], hide: boolean) => {
    const next = new Set(hidden.ports);
    for (const port of ports) {
      if (hide) next.add(port);
      else next.delete(port);
    }
    hidden.set(next);
  };
  return (
    <Popover position="bottom-end" width={380} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button variant="default" leftSection={<IconVolumeOff size={14} aria-hidden />}>
          {t("button", { count: hidden.ports.size })}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Group justify="space-between" mb="xs" gap="xs">
          <Text fz="sm" fw={600}>
            {t("title")}
          </Text>
          <Group gap={4}>
            <QuietButton
              isOff={hidden.ports.size === 0}
              onClick={() => hidden.set(new Set())}
              label={t("countAll")}
            />
            <QuietButton
              isOff={hidden.isDefault}
              onClick={() => hidden.set(new Set(DEFAULT_NOISE_PORTS))}
              label={t("reset")}
            />
          </Group>
        </Group>
        <ScrollArea.Autosize mah={360} type="auto" offsetScrollbars>
          <Stack gap="md">
            {NOISE_CATEGORIES.map((category) => {
              const entries = NOISE_PORTS.filter((entry) => entry.category === category);
              const ports = entries.map(({ port }) => port);
              const hiddenCount = ports.filter((port) => hidden.ports.has(port)).length;
              return (
                <Stack key={category} gap={6}>
                  <Checkbox
                    label={t(`categories.${category}`)}
                    description={t(`reasons.${category}`)}
                    checked={hiddenCount === ports.length}
                    indeterminate={hiddenCount > 0 && hiddenCount < ports.length}
                    onChange={(event) => change(ports, event.currentTarget.checked)}
                  />
                  <Group gap="sm" pl={28}>
                    {entries.map(({ port, service }) => (
                      <Checkbox
                        key={port}
                        size="xs"
                        label={t("port", { port: String(port), service })}
                        checked={hidden.ports.has(port)}
                        onChange={(event) => change([port], event.currentTarget.checked)}
                      />
                    ))}
                  </Group>
                </Stack>
              );
            })}
          </Stack>
        </ScrollArea.Autosize>
      </Popover.Dropdown>
    </Popover>
  );
}
