import {
  IconActivity,
  IconAdjustments,
  IconAffiliate,
  IconChartBar,
  IconChecklist,
  IconCloudCog,
  IconCoins,
  IconDatabaseImport,
  IconHome,
  IconLayoutKanban,
  IconPlugConnected,
  IconReportMoney,
  IconServer2,
  IconStack2,
} from "@tabler/icons-react";

/** The parts of a project in the order of a migration; `path` follows `/projects/<id>`. */
export const projectSections = [
  { id: "overview", group: null, path: "", Icon: IconHome },
  { id: "inventory", group: "decide", path: "/inventory", Icon: IconServer2 },
  { id: "imports", group: "decide", path: "/imports", Icon: IconDatabaseImport },
  { id: "readiness", group: "decide", path: "/readiness", Icon: IconChecklist },
  { id: "assessments", group: "decide", path: "/assessments", Icon: IconChartBar },
  { id: "businessCase", group: "decide", path: "/business-case", Icon: IconReportMoney },
  { id: "prices", group: "decide", path: "/prices", Icon: IconCoins },
  { id: "performance", group: "decide", path: "/performance", Icon: IconActivity },
  { id: "dependencies", group: "decide", path: "/dependencies", Icon: IconAffiliate },
  { id: "groups", group: "plan", path: "/groups", Icon: IconStack2 },
  { id: "avs", group: "execute", path: "/avs", Icon: IconCloudCog },
  { id: "hcx", group: "execute", path: "/hcx", Icon: IconPlugConnected },
  { id: "board", group: "execute", path: "/board", Icon: IconLayoutKanban },
  { id: "settings", group: null, path: "/settings", Icon: IconAdjustments },
] as const;

export type ProjectSection = (typeof projectSections)[number];
export type SectionId = ProjectSection["id"];

export const sectionGroups = ["decide", "plan", "execute"] as const;

export function sectionHref(projectId: string, section: SectionId): string {
  const path = projectSections.find((candidate) => candidate.id === section)?.path ?? "";
  return `/projects/${encodeURIComponent(projectId)}${path}`;
}
