"use client";

import { Accordion, Group, Table, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { NodeSizing, SizingStep } from "@/lib/assessment/sizing-schema";

export const RESOURCES = ["cpu", "memory", "storage", "nodes"] as const;

/** Two decimals are what anybody checks by hand. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The lines of one resource's calculation. */
export function StepTable({ steps }: { steps: readonly SizingStep[] }) {
  const t = useTranslations("assessment");
  return (
    <Table>
      <Table.Tbody>
        {steps.map((step) => (
          <Table.Tr key={step.code}>
            <Table.Td>
              {t(
                `steps.${step.code}`,
                Object.fromEntries(
                  Object.entries(step.inputs).map(([name, value]) => [name, rounded(value)]),
                ),
              )}
            </Table.Td>
            <Table.Td ta="end" className="lf-numeric" style={{ whiteSpace: "nowrap" }}>
              {t(`units.${step.unit}`, { value: rounded(step.value) })}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** The calculation of a node type, line by line, so that it can be checked by hand. */
export function SizingSteps({ sizing }: { sizing: NodeSizing }) {
  const t = useTranslations("assessment");
  return (
    <Accordion variant="contained" order={4} multiple defaultValue={["nodes"]}>
      {RESOURCES.map((resource) => {
        const steps = sizing.steps.filter((step) => step.resource === resource);
        const last = steps.at(-1);
        if (!last) return null;
        return (
          <Accordion.Item key={resource} value={resource}>
            <Accordion.Control>
              <Group justify="space-between" pe="sm">
                <Text fz="sm" fw={600}>
                  {t(`resources.${resource}`)}
                </Text>
                <Text fz="sm" className="lf-numeric">
                  {t(`units.${last.unit}`, { value: rounded(last.value) })}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <StepTable steps={steps} />
            </Accordion.Panel>
          </Accordion.Item>
        );
      })}
    </Accordion>
  );
}
