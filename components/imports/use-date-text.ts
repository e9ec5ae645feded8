"use client";

import { useQuery } from "@tanstack/react-query";
import { useFormatter } from "next-intl";
import { useCallback } from "react";
import { projectQuery } from "@/lib/client/project-queries";

/** Writes an instant in the project's time zone, named, so that colleagues elsewhere read the same. */
export function useDateText(projectId: string): (iso: string) => string {
  const format = useFormatter();
  const timeZone = useQuery(projectQuery(projectId)).data?.timeZone ?? "UTC";
  return useCallback(
    (iso) =>
      format.dateTime(new Date(iso), {
        year: "numeric",
        month: "short",
        day: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        // Node and browsers name the halves of the day differently in Korean.
        hourCycle: "h23",
        timeZone,
        timeZoneName: "short",
      }),
    [format, timeZone],
  );
}
