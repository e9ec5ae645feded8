import { Box, Button, Group, Text, Title } from "@mantine/core";
import Link from "next/link";
import type { ReactNode } from "react";
import classes from "./empty-state.module.css";

interface EmptyStateProps {
  icon: ReactNode;
  title: string;
  /** One sentence: what would be here, and what to do so that it is. */
  children?: ReactNode;
  /** The next step where it lies on another page. */
  next?: { label: string; href: string } | undefined;
  /** The next step where it is taken here, as one primary button; others after it. */
  action?: ReactNode;
  /** Level of the title in the page's outline. */
  order?: 1 | 2 | 3;
}

/** What a list or a page shows before there is anything in it. */
export function EmptyState({ icon, title, children, next, action, order = 2 }: EmptyStateProps) {
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
      {next || action ? (
        <Group justify="center" mt="sm" gap="sm">
          {next ? (
            <Button component={Link} href={next.href} size="sm">
              {next.label}
            </Button>
          ) : null}
          {action}
        </Group>
      ) : null}
    </Box>
  );
}
