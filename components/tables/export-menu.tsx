"use client";

import { Button, Menu } from "@mantine/core";
import { IconDownload, IconFileSpreadsheet, IconFileTypeCsv } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { EXPORT_FORMATS, type ExportFormat } from "@/lib/export/schema";

interface ExportMenuProps {
  /** Where the list downloads from in a format. */
  href: (format: ExportFormat) => string;
  /** What is exported, where a page has several menus. */
  label?: string;
  /** What the button says, where two of them stand side by side. */
  text?: string;
  /** Why nothing can be exported now. */
  disabledReason?: string | null;
}

const ICONS = { csv: IconFileTypeCsv, xlsx: IconFileSpreadsheet };

/** Downloads a list with the filters that are on. */
export function ExportMenu({ href, label, text, disabledReason }: ExportMenuProps) {
  const t = useTranslations("table.export");
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <Button
          variant="default"
          className="lf-no-print"
          leftSection={<IconDownload size={14} aria-hidden />}
          {...(label ? { "aria-label": t("labelled", { list: label }) } : {})}
          {...(disabledReason ? { title: disabledReason, disabled: true } : {})}
        >
          {text ?? t("export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {EXPORT_FORMATS.map((format) => {
          const Icon = ICONS[format];
          return (
            <Menu.Item
              key={format}
              component="a"
              href={href(format)}
              download
              leftSection={<Icon size={16} aria-hidden />}
            >
              {t(format)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
