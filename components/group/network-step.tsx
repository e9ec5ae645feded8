"use client";

import {
  ActionIcon,
  Autocomplete,
  Button,
  Group,
  Stack,
  Table,
  Text,
  VisuallyHidden,
} from "@mantine/core";
import { IconPlus, IconTrash } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import type { NetworkMapping } from "@/lib/hcx/mobility-group-schema";
import type { GroupForm } from "./group-draft";
import type { GroupContext } from "./use-group-context";

interface NetworkStepProps {
  context: GroupContext;
  form: GroupForm;
  onChange: (changes: Partial<GroupForm>) => void;
}

/** Which network of the source becomes which one at the destination. */
export function NetworkStep({ context, form, onChange }: NetworkStepProps) {
  const t = useTranslations("groups.wizard");
  const mappings = form.networkMappings;
  const taken = new Set(mappings.map((mapping) => mapping.sourceNetwork));
  const unmapped = (own: string) =>
    context.sourceNetworks.filter((name) => name === own || !taken.has(name));
  const change = (index: number, changes: Partial<NetworkMapping>) =>
    onChange({
      networkMappings: mappings.map((mapping, at) =>
        at === index ? { ...mapping, ...changes } : mapping,
      ),
    });
  return (
    <Stack gap="md" maw={860}>
      <Text fz="sm">{t("networksExplained")}</Text>
      {mappings.length > 0 ? (
        <Table.ScrollContainer minWidth={480}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("sourceNetwork")}</Table.Th>
                <Table.Th>{t("destinationNetwork")}</Table.Th>
                <Table.Th w={44}>
                  <VisuallyHidden>{t("removeMapping")}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {mappings.map((mapping, index) => (
                // Mappings have no key of their own; they are only appended and removed.
                // biome-ignore lint/suspicious/noArrayIndexKey: see above
                <Table.Tr key={index}>
                  <Table.Td>
                    <Autocomplete
                      aria-label={t("sourceNetwork")}
                      data={unmapped(mapping.sourceNetwork)}
                      limit={50}
                      value={mapping.sourceNetwork}
                      onChange={(next) => change(index, { sourceNetwork: next })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <Autocomplete
                      aria-label={t("destinationNetwork")}
                      data={context.networkNames}
                      value={mapping.destinationNetwork}
                      onChange={(next) => change(index, { destinationNetwork: next })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <ActionIcon
                      aria-label={t("removeMapping")}
                      onClick={() =>
                        onChange({ networkMappings: mappings.filter((_, at) => at !== index) })
                      }
                    >
                      <IconTrash size={16} aria-hidden />
                    </ActionIcon>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      ) : null}
      <Group>
        <Button
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden />}
          onClick={() =>
            onChange({
              networkMappings: [...mappings, { sourceNetwork: "", destinationNetwork: "" }],
            })
          }
        >
          {t("addMapping")}
        </Button>
      </Group>
    </Stack>
  );
}
