"use client";

import { useState } from "react";
import { useBlade } from "@/components/ui/blade";
import { ExclusionActions } from "./exclusion-actions";

interface VmRow {
  key: string;
}

/** What a `DataTable` of VMs does with its rows: opens them in the blade of a VM, and leaves out the selected. */
export function useVmRows(projectId: string, excludeLabel?: string) {
  const blade = useBlade("vm");
  const [selected, setSelected] = useState<string[]>([]);
  return {
    rowId: (row: VmRow) => row.key,
    onOpenRow: (row: VmRow) => blade.open(row.key),
    isCurrent: (row: VmRow) => row.key === blade.value,
    selectedIds: selected,
    onSelectedIdsChange: setSelected,
    selectionActions: (
      <ExclusionActions
        projectId={projectId}
        which={{ vmKeys: selected }}
        count={selected.length}
        excludeLabel={excludeLabel}
        onDone={() => setSelected([])}
      />
    ),
  };
}
