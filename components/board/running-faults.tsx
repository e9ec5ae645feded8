"use client";

import { Alert } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { useDurationText } from "@/components/clock/use-duration-text";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import type { ClockView } from "@/lib/world/api-schema";
import type { BoardSummary, RunningFault } from "@/lib/world/board-schema";
import classes from "./running-faults.module.css";

interface RunningFaultsProps {
  board: Pick<BoardSummary, "faults" | "atSeconds">;
  view: ClockView;
}

/** What goes wrong at the moment, where, and until when; nothing when all is well. */
export function RunningFaults({ board: { faults, atSeconds }, view }: RunningFaultsProps) {
  const t = useTranslations("board.faults");
  const duration = useDurationText();
  const { short } = useSimTimeText(view);
  if (faults.length === 0) return null;
  const extentOf = ({ place, vmCount, capacityRatio, factor }: RunningFault) =>
    [
      place,
      vmCount === null ? null : t("running.vms", { count: vmCount }),
      capacityRatio === null ? null : t("running.left", { ratio: capacityRatio }),
      factor === null ? null : t("running.factor", { factor }),
    ].filter((part) => part !== null);
  return (
    <Alert
      color="orange"
      icon={<IconBolt aria-hidden />}
      title={t("running.title", { count: faults.length })}
    >
      <ul className={classes.list}>
        {faults.map((fault) => (
          <li key={fault.id}>
            <strong>{t(`kinds.${fault.fault}.name`)}</strong>
            {extentOf(fault).map((part) => (
              <span key={part}>{part}</span>
            ))}
            <span>
              {t("running.until", {
                time: short(fault.endSeconds),
                duration: duration(fault.endSeconds - atSeconds),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
