"use client";

import { Table, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useSizeText } from "@/components/inventory/use-size-text";
import { Known } from "@/components/ui/no-data";
import type { BoardState, MigrationDetail } from "@/lib/world/board-schema";
import { ProgressCell } from "./progress-cell";

interface DiskListProps {
  disks: MigrationDetail["disks"];
  state: BoardState;
}

/** How much of each disk is over. */
export function DiskList({ disks, state }: DiskListProps) {
  const t = useTranslations("board.blade");
  const size = useSizeText();
  if (disks.length === 0) return <Text c="dimmed">{t("noDisks")}</Text>;
  return (
    <>
      {disks.length > 1 ? (
        <Text fz="xs" c="dimmed" mb={6}>
          {t("diskShares")}
        </Text>
      ) : null}
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("disk")}</Table.Th>
              <Table.Th ta="end">{t("capacity")}</Table.Th>
              <Table.Th ta="end">{t("copied")}</Table.Th>
              <Table.Th w={130}>{t("progress")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {disks.map((disk, index) => {
              const { bytesTotal, bytesTransferred } = disk;
              const ratio =
                bytesTotal === null || bytesTransferred === null || bytesTotal === 0
                  ? null
                  : bytesTransferred / bytesTotal;
              return (
                // Disks have no key of their own and never change their order.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <Table.Tr key={index}>
                  <Table.Th scope="row" fw={400}>
                    {disk.label ?? t("diskNumber", { number: index + 1 })}
                  </Table.Th>
                  <Table.Td ta="end" className="lf-numeric">
                    <Known value={disk.capacityBytes}>{size.bytes}</Known>
                  </Table.Td>
                  <Table.Td ta="end" className="lf-numeric">
                    <Known value={bytesTransferred}>{size.bytes}</Known>
                    {" / "}
                    <Known value={bytesTotal}>{size.bytes}</Known>
                  </Table.Td>
                  <Table.Td>
                    <ProgressCell ratio={ratio} state={state} />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  );
}
