import { ScrollArea } from "@mantine/core";
import type { ReactNode } from "react";

/** Something wide, a table most often, that scrolls sideways. It has a name and can be reached by keys. */
export function ScrollRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ScrollArea type="auto" viewportProps={{ tabIndex: 0, role: "region", "aria-label": label }}>
      {children}
    </ScrollArea>
  );
}
