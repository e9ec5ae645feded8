"use client";

import { Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useSizeText } from "@/components/inventory/use-size-text";
import { rateBytesPerSecond, secondsLeft } from "@/lib/client/transfer-rate";
import type { UploadState } from "@/lib/client/upload";
import { ProgressCard } from "./progress-card";
import { useDurationText } from "./use-duration-text";

/** The upload that this tab is sending: bytes, rate and time left. */
export function UploadCard({ upload }: { upload: UploadState }) {
  const t = useTranslations("imports.progress");
  const size = useSizeText();
  const duration = useDurationText();
  const { bytesDone, bytesTotal, samples } = upload;

  // Other pages of the console may be visited; closing the tab would break the upload off.
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  const rate = rateBytesPerSecond(samples);
  const left = secondsLeft(samples, bytesTotal);
  const facts = [t("bytes", { done: size.bytes(bytesDone), total: size.bytes(bytesTotal) })];
  if (rate !== null) facts.push(t("rate", { rate: size.bytes(rate) }));
  if (left !== null) facts.push(t("timeLeft", { time: duration(left) }));
  return (
    <ProgressCard
      title={t("uploading")}
      fileNames={upload.fileNames.join(", ")}
      ratio={bytesTotal > 0 ? bytesDone / bytesTotal : 0}
      facts={facts}
      onCancel={upload.cancel}
      cancelling={false}
    >
      <Text fz="xs" c="dimmed">
        {t("keepTabOpen")}
      </Text>
    </ProgressCard>
  );
}
