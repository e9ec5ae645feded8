"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useSimTimeText } from "@/components/clock/use-sim-time-text";
import { useSizeText } from "@/components/inventory/use-size-text";
import type { DataColumn } from "@/components/tables/columns";
import { Known, NoData } from "@/components/ui/no-data";
import type { ClockView } from "@/lib/world/api-schema";
import { type BoardRow, TERMINAL_STATES } from "@/lib/world/board-schema";
import { ProgressCell } from "./progress-cell";
import { StateName } from "./state-name";
import { useBoardSentence } from "./use-board-sentence";
import { usePhaseName } from "./use-phase-name";
import { useRateText } from "./use-rate-text";

/** What a migration waits for or what happened to it, in one sentence; null when neither. */
function useStatusSentence(): (row: BoardRow) => string | null {
  const sentence = useBoardSentence();
  return (row) => {
    const shown = row.message ?? row.waitingReason;
    return shown === null ? null : sentence(shown);
  };
}

/** What a draft cannot have yet; that is no missing data. */
const MOVING = ["phase", "progressRatio", "rateBytesPerSecond", "bytesTransferred", "etaSeconds"];

/** The columns of the board's list of VMs. */
export function useMigrationColumns(view: ClockView): DataColumn<BoardRow>[] {
  const t = useTranslations("board.columns");
  const typeName = useTranslations("board.types");
  const phaseName = usePhaseName();
  const rate = useRateText();
  const size = useSizeText();
  const text = useSimTimeText(view);
  const status = useStatusSentence();
  return useMemo<DataColumn<BoardRow>[]>(() => {
    const columns: DataColumn<BoardRow>[] = [
      {
        id: "vmName",
        label: t("vm"),
        widthPx: 150,
        sortable: true,
        rowHeader: true,
        cell: (row) => row.vmName,
      },
      {
        id: "state",
        label: t("state"),
        widthPx: 142,
        sortable: true,
        cell: (row) => <StateName state={row.state} />,
      },
      {
        id: "phase",
        label: t("phase"),
        widthPx: 112,
        cell: (row) => <Known value={row.phase}>{phaseName}</Known>,
      },
      {
        id: "progressRatio",
        label: t("progress"),
        widthPx: 120,
        sortable: true,
        cell: (row) => <ProgressCell ratio={row.progressRatio} state={row.state} />,
      },
      {
        id: "rateBytesPerSecond",
        label: t("rate"),
        widthPx: 84,
        align: "end",
        sortable: true,
        cell: (row) =>
          TERMINAL_STATES.includes(row.state) ? (
            ""
          ) : (
            <Known value={row.rateBytesPerSecond}>{rate}</Known>
          ),
      },
      {
        id: "bytesTransferred",
        label: t("transferred"),
        widthPx: 138,
        align: "end",
        sortable: true,
        cell: (row) =>
          row.bytesTotal === null ? (
            <>
              {size.bytes(row.bytesTransferred)} / <NoData />
            </>
          ) : (
            `${size.bytes(row.bytesTransferred)} / ${size.bytes(row.bytesTotal)}`
          ),
      },
      {
        id: "etaSeconds",
        label: t("eta"),
        widthPx: 142,
        align: "end",
        sortable: true,
        cell: (row) =>
          TERMINAL_STATES.includes(row.state) ? (
            t("over")
          ) : (
            <Known value={row.etaSeconds}>{text.short}</Known>
          ),
      },
      {
        id: "status",
        label: t("status"),
        widthPx: 250,
        cell: (row) => {
          const sentence = status(row);
          return sentence === null ? "" : <span title={sentence}>{sentence}</span>;
        },
      },
      {
        id: "groupName",
        label: t("group"),
        widthPx: 110,
        sortable: true,
        cell: (row) => row.groupName,
      },
      {
        id: "type",
        label: t("type"),
        widthPx: 90,
        sortable: true,
        cell: (row) => typeName(row.type),
      },
    ];
    return columns.map((column) =>
      MOVING.includes(column.id)
        ? { ...column, cell: (row) => (row.state === "draft" ? "" : column.cell(row)) }
        : column,
    );
  }, [t, typeName, phaseName, rate, size, text, status]);
}
