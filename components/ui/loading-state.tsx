import { Group, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import { useTranslations } from "next-intl";

interface LoadingStateProps {
  /** The shape that is coming, so that nothing jumps when it arrives. */
  shape?: "lines" | "cards" | "table";
  rows?: number;
}

/** Skeletons in the shape of what is being loaded. */
export function LoadingState({ shape = "lines", rows = 6 }: LoadingStateProps) {
  const t = useTranslations("common.states");
  const indices = Array.from({ length: rows }, (_, index) => index);
  return (
    <div role="status" aria-busy>
      <VisuallyHidden>{t("loading")}</VisuallyHidden>
      {shape === "cards" ? (
        <Group gap="md" grow preventGrowOverflow={false}>
          {indices.map((index) => (
            <Skeleton key={index} height={92} miw={150} />
          ))}
        </Group>
      ) : (
        <Stack gap={shape === "table" ? 10 : "sm"}>
          {indices.map((index) => (
            <Skeleton
              key={index}
              height={shape === "table" ? 22 : 14}
              width={shape === "lines" ? `${92 - ((index * 17) % 45)}%` : "100%"}
            />
          ))}
        </Stack>
      )}
    </div>
  );
}
