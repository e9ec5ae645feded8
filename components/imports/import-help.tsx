"use client";

import { Accordion, Code, List, Text } from "@mantine/core";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** VMware PowerCLI's own cmdlets; `Get-Stat` names its columns otherwise. */
const POWERCLI_EXPORT = `Get-VM | Where-Object PowerState -eq PoweredOn |
  Get-Stat -Start (Get-Date).AddDays(-30) -Stat cpu.usage.average, mem.usage.average,
    disk.usage.average, disk.commandsAveraged.average, net.usage.average |
  Where-Object Instance -eq "" |
  Select-Object @{n="Time";e={$_.Timestamp.ToUniversalTime().ToString("s")}},
    @{n="VM";e={$_.Entity.Name}}, @{n="Metric";e={$_.MetricId}}, Value, Unit |
  Export-Csv performance.csv -NoTypeInformation`;

const code = (text: ReactNode) => <Code>{text}</Code>;

interface HelpItemProps {
  value: string;
  title: string;
  children: ReactNode;
}

function HelpItem({ value, title, children }: HelpItemProps) {
  return (
    <Accordion.Item value={value}>
      <Accordion.Control>{title}</Accordion.Control>
      <Accordion.Panel>{children}</Accordion.Panel>
    </Accordion.Item>
  );
}

function Points({ ordered, points }: { ordered?: boolean; points: readonly ReactNode[] }) {
  return (
    <List type={ordered ? "ordered" : "unordered"} fz="sm" spacing={4}>
      {points.map((point, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the sentences of a help text never move.
        <List.Item key={index}>{point}</List.Item>
      ))}
    </List>
  );
}

/** What can be imported, and how to get it out of the tools that migration teams have. */
export function ImportHelp() {
  const t = useTranslations("imports.help");
  return (
    <Accordion variant="separated" order={3} multiple>
      <HelpItem value="rvtools" title={t("rvtoolsTitle")}>
        <Points ordered points={[t("rvtools1"), t.rich("rvtools2", { code }), t("rvtools3")]} />
        <Text fz="sm" mt="sm">
          {t("rvtoolsBatch")}
        </Text>
        <Code block mt={4}>
          RVTools.exe -s vcenter.example.com -u READER -p *** -c ExportAll2xlsx -d C:\export
        </Code>
      </HelpItem>
      <HelpItem value="azure" title={t("azureTitle")}>
        <Points
          points={[
            t.rich("azureTemplate", { code }),
            t.rich("azureAssessment", { code }),
            t("azureExport"),
          ]}
        />
        <Text fz="sm" mt="sm">
          {t("azureUse")}
        </Text>
      </HelpItem>
      <HelpItem value="dependencies" title={t("dependenciesTitle")}>
        <Points ordered points={[t.rich("dependencies1", { code }), t("dependencies2")]} />
      </HelpItem>
      <HelpItem value="performance" title={t("performanceTitle")}>
        <Points
          points={[
            t.rich("performance1", { code }),
            t.rich("performance2", { code }),
            t("performance3"),
            t("performance4"),
          ]}
        />
        <Text fz="sm" mt="sm">
          {t("performanceBatch")}
        </Text>
        <Code block mt={4}>
          {POWERCLI_EXPORT}
        </Code>
      </HelpItem>
      <HelpItem value="liveOptics" title={t("liveOpticsTitle")}>
        <Points ordered points={[t("liveOptics1"), t("liveOptics2"), t("liveOptics3")]} />
      </HelpItem>
      <HelpItem value="accepted" title={t("acceptedTitle")}>
        <Points
          points={[
            t("acceptedColumns"),
            t("acceptedCsv"),
            t("acceptedSeveral"),
            t("acceptedProtected"),
          ]}
        />
      </HelpItem>
      <HelpItem value="stays" title={t("staysTitle")}>
        <Text fz="sm">{t("stays")}</Text>
      </HelpItem>
    </Accordion>
  );
}
