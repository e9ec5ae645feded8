"use client";

import { Alert, Radio, Stack } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useDurationText } from "@/components/clock/use-duration-text";
import { ZonedTimeInput } from "@/components/clock/zoned-time-input";
import { type GroupForm, typeCounts } from "./group-draft";
import type { GroupContext } from "./use-group-context";

const HOUR = 3_600;
/** A usual night: from ten in the evening to six in the morning. */
const WINDOW_SECONDS = 8 * HOUR;
/** Started by hand and switched over at once (HCX user guide, vMotion and cold migration). */
const UNSCHEDULED = ["vMotion", "Cold", "AssistedvMotion"];

interface ScheduleStepProps {
  context: GroupContext;
  form: GroupForm;
  onChange: (changes: Partial<GroupForm>) => void;
}

/** When the transfer starts, and in which window the VMs switch over. */
export function ScheduleStep({ context, form, onChange }: ScheduleStepProps) {
  const t = useTranslations("groups.wizard");
  const duration = useDurationText();
  const { clock } = context.world;
  const { nowSeconds } = context;
  const { transferStartSeconds, switchoverWindow: window } = form;
  const nextHour = Math.ceil(nowSeconds / HOUR) * HOUR;
  const unscheduled = typeCounts(form).some(([type]) => UNSCHEDULED.includes(type));
  const backwards = window !== null && window.endSeconds <= window.startSeconds;
  return (
    <Stack gap="lg" maw={560}>
      <Radio.Group
        label={t("transferStart")}
        value={transferStartSeconds === null ? "go" : "at"}
        onChange={(next) => onChange({ transferStartSeconds: next === "go" ? null : nextHour })}
      >
        <Stack gap="xs" mt={6}>
          <Radio value="go" label={t("transferOnGo")} />
          <Radio value="at" label={t("transferAt")} />
        </Stack>
      </Radio.Group>
      {transferStartSeconds === null ? null : (
        <ZonedTimeInput
          world={clock}
          label={t("transferAt")}
          value={transferStartSeconds}
          minSeconds={nowSeconds}
          onChange={(seconds) => onChange({ transferStartSeconds: seconds })}
        />
      )}
      <Radio.Group
        label={t("switchover")}
        value={window === null ? "ready" : "window"}
        onChange={(next) =>
          onChange({
            switchoverWindow:
              next === "ready"
                ? null
                : { startSeconds: nextHour, endSeconds: nextHour + WINDOW_SECONDS },
          })
        }
      >
        <Stack gap="xs" mt={6}>
          <Radio value="ready" label={t("switchoverWhenReady")} />
          <Radio value="window" label={t("switchoverInWindow")} />
        </Stack>
      </Radio.Group>
      {window === null ? null : (
        <>
          <ZonedTimeInput
            world={clock}
            label={t("windowStart")}
            value={window.startSeconds}
            minSeconds={nowSeconds}
            onChange={(seconds) => {
              if (seconds === null) return;
              const lengthSeconds = backwards
                ? WINDOW_SECONDS
                : window.endSeconds - window.startSeconds;
              onChange({
                switchoverWindow: { startSeconds: seconds, endSeconds: seconds + lengthSeconds },
              });
            }}
          />
          <ZonedTimeInput
            world={clock}
            label={t("windowEnd")}
            description={
              backwards
                ? undefined
                : t("windowLength", { duration: duration(window.endSeconds - window.startSeconds) })
            }
            value={window.endSeconds}
            minSeconds={nowSeconds}
            error={backwards ? t("windowBackwards") : undefined}
            onChange={(seconds) => {
              if (seconds !== null) {
                onChange({ switchoverWindow: { ...window, endSeconds: seconds } });
              }
            }}
          />
        </>
      )}
      {window !== null && unscheduled ? (
        <Alert color="yellow">{t("cannotBeScheduled")}</Alert>
      ) : null}
    </Stack>
  );
}
