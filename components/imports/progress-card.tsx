"use client";

import { Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import classes from "./progress-card.module.css";

interface ProgressCardProps {
  title: string;
  fileNames: string;
  /** 0 to 1; the bar never shows more than what is done. */
  ratio: number;
  facts: readonly string[];
  children?: ReactNode;
  onCancel: (() => void) | null;
  cancelling: boolean;
}

/** Something that takes a while: how far it is, the facts of it, and the way to stop it. */
export function ProgressCard(props: ProgressCardProps) {
  const { title, fileNames, ratio, facts, children, onCancel, cancelling } = props;
  const t = useTranslations("imports.progress");
  const format = useFormatter();
  const percent = Math.floor(ratio * 100);
  return (
    <Paper withBorder className={classes.card}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <div>
            <Title order={2} size="h3">
              {title}
            </Title>
            <Text fz="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
              {fileNames}
            </Text>
          </div>
          {onCancel ? (
            <Button
              variant="default"
              leftSection={<IconX size={14} aria-hidden />}
              onClick={onCancel}
              loading={cancelling}
            >
              {t("cancel")}
            </Button>
          ) : null}
        </Group>
        <Group wrap="nowrap" gap="md">
          <Progress.Root size="lg" style={{ flex: 1 }}>
            <Progress.Section
              value={percent}
              animated
              striped
              aria-label={title}
              aria-valuetext={format.number(percent / 100, { style: "percent" })}
            />
          </Progress.Root>
          <span className={`${classes.percent} lf-numeric`}>
            {format.number(percent / 100, { style: "percent" })}
          </span>
        </Group>
        <ul className={`${classes.facts} lf-numeric`}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {children}
      </Stack>
    </Paper>
  );
}
