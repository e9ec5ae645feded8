import { Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./form-section.module.css";

interface FormSectionProps {
  title: string;
  description?: ReactNode;
  children: ReactNode;
}

/** A named part of a form: what it is about on the left, the fields on the right. */
export function FormSection({ title, description, children }: FormSectionProps) {
  return (
    <section className={classes.section}>
      <div>
        <Title order={2} size="h3">
          {title}
        </Title>
        {description ? (
          <Text fz="sm" c="dimmed" component="div" mt={4}>
            {description}
          </Text>
        ) : null}
      </div>
      <Stack gap="md" maw={640}>
        {children}
      </Stack>
    </section>
  );
}
