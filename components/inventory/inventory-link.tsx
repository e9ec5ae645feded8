import { Anchor } from "@mantine/core";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { sectionHref } from "@/components/shell/sections";

/** Leads from what another page says of a VM to everything that the export says of it. */
export function InventoryLink({ projectId, vmKey }: { projectId: string; vmKey: string }) {
  const t = useTranslations("inventory.blade");
  return (
    <Anchor
      component={Link}
      href={`${sectionHref(projectId, "inventory")}?vm=${encodeURIComponent(vmKey)}`}
      fz="sm"
    >
      {t("openInInventory")}
    </Anchor>
  );
}
