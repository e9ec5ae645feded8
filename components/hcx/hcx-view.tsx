"use client";

import { SetupView } from "@/components/world/setup-view";
import { HCX_FORMS } from "./hcx-forms";

/** HCX set-up: from the add-on to the service mesh. */
export function HcxView({ projectId }: { projectId: string }) {
  return <SetupView projectId={projectId} section="hcx" forms={HCX_FORMS} />;
}
