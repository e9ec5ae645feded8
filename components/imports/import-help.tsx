"use client";

import { Accordion, Code, List, Text } from "@mantine/core";
import { useTranslations } from "next-intl";

const code = (text: React.ReactNode) => <Code>{text}</Code>;

/** What can be imported, and how to get it out of the tools that migration teams have. */
export function ImportHelp() {
  const t = useTranslations("imports.help");
  return (
    <Accordion variant="separated" order={3} multiple>
      <Accordion.Item value="rvtools">
        <Accordion.Control>{t("rvtoolsTitle")}</Accordion.Control>
        <Accordion.Panel>
          <List type="ordered" fz="sm" spacing={4}>
            <List.Item>{t("rvtools1")}</List.Item>
            <List.Item>{t.rich("rvtools2", { code })}</List.Item>
            <List.Item>{t("rvtools3")}</List.Item>
          </List>
          <Text fz="sm" mt="sm">
            {t("rvtoolsBatch")}
          </Text>
          <Code block mt={4}>
            RVTools.exe -s vcenter.example.com -u READER -p *** -c ExportAll2xlsx -d C:\export
          </Code>
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="accepted">
        <Accordion.Control>{t("acceptedTitle")}</Accordion.Control>
        <Accordion.Panel>
          <List fz="sm" spacing={4}>
            <List.Item>{t("acceptedWorkbook")}</List.Item>
            <List.Item>{t("acceptedCsv")}</List.Item>
            <List.Item>{t("acceptedSeveral")}</List.Item>
          </List>
          <Text fz="sm" mt="sm">
            {t("acceptedColumns")}
          </Text>
        </Accordion.Panel>
      </Accordion.Item>
      <Accordion.Item value="stays">
        <Accordion.Control>{t("staysTitle")}</Accordion.Control>
        <Accordion.Panel>
          <Text fz="sm">{t("stays")}</Text>
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
