import { Box, Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** One sentence: what would be here, and what to do so that it is. */
  children?: ReactNode;
  /** The next step, as one primary button; others after it. */
  action?: ReactNode;
  /** Level of the title in the page's outline. */
  order?: 1 | 2 | 3;
}

/** What a list or a page shows before there is anything in it. */
export function EmptyState({ icon, title, children, action, order = 2 }: EmptyStateProps) {
  return (
    <Box className={classes.root}>
      <div className={classes.icon} aria-hidden>
        {icon}
      </div>
      <Title order={order} size="h3">
        {title}
      </Title>
      {children ? (
        <Text component="div" fz="sm" c="dimmed" maw={520}>
          {children}
        </Text>
      ) : null}
      {action ? (
        <Group justify="center" mt="sm" gap="sm">
          {action}
        </Group>
      ) : null}
    </Box>
  );
}
