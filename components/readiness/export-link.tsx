"use client";

import { Button } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useTranslations } from "next-intl";

/** Downloads what a list shows as CSV; `href` carries its filters. */
export function ExportLink({ href }: { href: string }) {
  const t = useTranslations("acknowledgement");
  return (
    <Button
      component="a"
      href={href}
      download
      variant="default"
      leftSection={<IconDownload size={14} aria-hidden />}
    >
      {t("export")}
    </Button>
  );
}
