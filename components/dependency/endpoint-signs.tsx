"use client";

import { Anchor, Group, Text } from "@mantine/core";
import { IconCloud, IconHelpHexagon, IconServer2, IconServerOff } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { EndpointKind } from "@/lib/dependency/schema";

const icons = {
  vm: IconServer2,
  server: IconServerOff,
  privateAddress: IconHelpHexagon,
  publicAddress: IconCloud,
} satisfies Record<EndpointKind, typeof IconServer2>;

/** What kind of endpoint it is, by sign and words. */
export function EndpointKindSign({ kind }: { kind: EndpointKind }) {
  const t = useTranslations("dependencies.kinds");
  const Icon = icons[kind];
  return (
    <Group gap={6} wrap="nowrap">
      <Icon size={14} aria-hidden />
      <Text span fz="inherit" truncate>
        {t(kind)}
      </Text>
    </Group>
  );
}

/** A server's name that opens its blade. */
export function EndpointLink({
  endpoint,
  onOpen,
}: {
  endpoint: { id: string; name: string; kind: EndpointKind };
  onOpen: (id: string) => void;
}) {
  const t = useTranslations("dependencies.kinds");
  const Icon = icons[endpoint.kind];
  return (
    <Group gap={6} wrap="nowrap" style={{ minWidth: 0 }}>
      <Icon size={14} aria-label={t(endpoint.kind)} role="img" style={{ flexShrink: 0 }} />
      <Anchor
        component="button"
        type="button"
        fz="inherit"
        truncate
        onClick={(event) => {
          event.stopPropagation();
          onOpen(endpoint.id);
        }}
      >
        {endpoint.name}
      </Anchor>
    </Group>
  );
}
