"use client";

import { SetupView } from "@/components/world/setup-view";
import { AVS_FORMS } from "./avs-forms";

/** AVS set-up: from the resource provider to the connected private cloud. */
export function AvsView({ projectId }: { projectId: string }) {
  return <SetupView projectId={projectId} section="avs" forms={AVS_FORMS} />;
}
