"use client";

import { Text } from "@mantine/core";
import { useFormatter, useTranslations } from "next-intl";
import { useDurationText } from "@/components/clock/use-duration-text";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { useSizeText } from "@/components/inventory/use-size-text";
import { KeyFigure } from "@/components/ui/key-figure";
import { Known } from "@/components/ui/no-data";
import { OriginMark } from "@/components/ui/origin-mark";
import type { ClockView } from "@/lib/world/api-schema";
import type { BoardSummary } from "@/lib/world/board-schema";
import { EtaText } from "./eta-text";
import classes from "./overall-progress.module.css";
import { StateBar } from "./state-bar";
import { usePercentText } from "./use-percent-text";
import { useRateText } from "./use-rate-text";

/** When the last of the groups ended; null while one of them is not over. */
function endedAtSeconds({ groups }: BoardSummary): number | null {
  const ends = groups.map((group) => group.finishedAtSeconds);
  return ends.length === 0 || ends.includes(null) ? null : Math.max(...ends.map(Number));
}

function EndFigure({ board, view }: { board: BoardSummary; view: ClockView }) {
  const t = useTranslations("board");
  const forecast = useTranslations("forecast");
  const duration = useDurationText();
  const text = useSimTimeText(view);
  const { eta, startedAtSeconds } = board;
  const endedAt = endedAtSeconds(board);
  if (endedAt !== null) {
    const took = startedAtSeconds === null ? null : endedAt - startedAtSeconds;
    return (
      <KeyFigure
        label={t("ended")}
        value={text.short(endedAt)}
        note={took === null ? null : t("took", { duration: duration(took) })}
      />
    );
  }
  return (
    <KeyFigure
      label={t("ends")}
      value={eta === null ? null : <EtaText eta={eta} view={view} />}
      origin="simulated"
      originDetail={eta?.basis === "forecast" ? forecast("etaHelp") : t("etaHelp")}
      note={
        eta === null
          ? null
          : t("etaLikely", {
              time: text.short(eta.likelySeconds),
              duration: duration(eta.likelySeconds - board.atSeconds),
            })
      }
    />
  );
}

interface OverallProgressProps {
  board: BoardSummary;
  view: ClockView;
  /** Time runs: what is in transfer is seen to move. */
  moving: boolean;
}

/** How far the whole migration is, how fast it goes and when it ends. */
export function OverallProgress({ board, view, moving }: OverallProgressProps) {
  const t = useTranslations("board");
  const format = useFormatter();
  const percent = usePercentText();
  const size = useSizeText();
  const rate = useRateText();
  const duration = useDurationText();
  const text = useSimTimeText(view);
  const { completed, warning, error } = board.counters;
  const { bytesTotal, startedAtSeconds } = board;
  return (
    <section className={classes.panel} aria-label={t("overall")}>
      <div className={classes.head}>
        <div className={classes.share}>
          <span className={`${classes.percent} lf-numeric`}>
            <Known value={board.progressRatio}>{percent}</Known>
          </span>
          <OriginMark origin="simulated" detail={t("progressHelp")} />
          <Text component="span" c="dimmed" fz="sm">
            {t("migratedOf", {
              migrated: format.number(completed + warning),
              total: format.number(board.totalVms),
            })}
            {error > 0 ? t("withErrors", { count: error }) : null}
          </Text>
        </div>
        {startedAtSeconds === null ? null : (
          <Text fz="sm" c="dimmed">
            {t("startedAgo", {
              time: text.short(startedAtSeconds),
              duration: duration(board.atSeconds - startedAtSeconds),
            })}
          </Text>
        )}
      </div>
      <StateBar counters={board.counters} tall moving={moving} />
      <div className={classes.figures}>
        <KeyFigure
          label={t("transferred")}
          value={size.bytes(board.bytesTransferred)}
          note={bytesTotal === null ? null : t("ofTotal", { total: size.bytes(bytesTotal) })}
        />
        <KeyFigure label={t("rateNow")} value={rate(board.rateBytesPerSecond)} />
        <EndFigure board={board} view={view} />
      </div>
    </section>
  );
}
