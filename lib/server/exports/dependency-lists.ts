import { z } from "zod";
import {
  type ConnectionRow,
  connectionQuerySchema,
  type EndpointRow,
  endpointQuerySchema,
  hiddenQuerySchema,
} from "@/lib/dependency/api-schema";
import type { MoveGroup, MoveGroupMember, MoveGroupRow } from "@/lib/dependency/move-group-schema";
import { MOVE_GROUP_VALUES } from "@/lib/dependency/move-group-values";
import { searchRows } from "@/lib/inventory/row-search";
import { allConnections, allEndpoints } from "../dependencies";
import { listMoveGroups, listMoveGroupVms } from "../move-groups";
import { type ExportList, type ExportValue, parseQuery, rowQueryOf, rowsOf } from "./export-table";

/** Lists of the dependencies page; `hidden` names the ports that do not count, as on the page. */

export const exportConnections: ExportList = async ({ projectId, query, texts }) => {
  const rows = await allConnections(projectId, parseQuery(connectionQuerySchema, query));
  const name = (key: string) => texts(`dependencies.columns.${key}`);
  const values = (row: ConnectionRow): ExportValue[] => [
    row.source.name,
    texts(`dependencies.kinds.${row.source.kind}`),
    row.sourceProcesses.join("; ") || null,
    row.target.name,
    texts(`dependencies.kinds.${row.target.kind}`),
    row.target.ipAddress,
    row.application,
    row.process,
    row.port,
    row.slotCount,
    row.firstSeenAt,
    row.lastSeenAt,
  ];
  return {
    fileName: "landfall-dependencies",
    sheet: texts("dependencies.tabs.connections"),
    columns: [
      { label: name("source"), width: 32 },
      { label: texts("export.dependencies.sourceKind"), width: 28 },
      { label: name("sourceProcess"), width: 28 },
      { label: name("target"), width: 32 },
      { label: name("targetKind"), width: 28 },
      { label: name("address") },
      { label: name("application"), width: 24 },
      { label: name("process"), width: 24 },
      { label: name("port"), width: 8 },
      { label: texts("export.dependencies.slots"), format: "integer" },
      { label: name("firstSeen"), width: 20 },
      { label: name("lastSeen"), width: 20 },
    ],
    rows: rowsOf(rows, values),
  };
};

export const exportEndpoints: ExportList = async ({ projectId, query, texts }) => {
  const rows = await allEndpoints(projectId, parseQuery(endpointQuerySchema, query));
  const name = (key: string) => texts(`dependencies.columns.${key}`);
  const values = (row: EndpointRow): ExportValue[] => [
    row.name,
    texts(`dependencies.kinds.${row.kind}`),
    row.ipAddress,
    row.groupName,
    row.suitability === null ? null : texts(`readiness.suitability.${row.suitability}`),
    row.inbound,
    row.outbound,
    row.slotSum,
    row.ports.join("; ") || null,
  ];
  return {
    fileName: "landfall-endpoints",
    sheet: texts("dependencies.tabs.servers"),
    columns: [
      { label: name("server"), width: 32 },
      { label: name("kind"), width: 28 },
      { label: name("address") },
      { label: name("group"), width: 28 },
      { label: name("readiness"), width: 24 },
      { label: name("inbound"), format: "integer" },
      { label: name("outbound"), format: "integer" },
      { label: texts("export.dependencies.slots"), format: "integer" },
      { label: name("ports"), width: 32 },
    ],
    rows: rowsOf(rows, values),
  };
};

export const exportMoveGroups: ExportList = async ({ projectId, query, texts }) => {
  const { hidden } = parseQuery(hiddenQuerySchema, query);
  const { groups } = await listMoveGroups(projectId, hidden);
  const rows = searchRows(groups, MOVE_GROUP_VALUES, rowQueryOf(query));
  const name = (key: string) => texts(`dependencies.groups.${key}`);
  const values = (row: MoveGroupRow): ExportValue[] => [
    row.name,
    row.tags.join("; ") || null,
    texts(`export.${row.locked ? "yes" : "no"}`),
    row.vmCount,
    row.cohesionRatio,
    row.insideLinks,
    row.outsideLinks,
    row.blockers.map((blocker) => blocker.name).join("; ") || null,
    row.goneVms,
    row.note || null,
    row.updatedByName,
  ];
  return {
    fileName: "landfall-move-groups",
    sheet: name("label"),
    columns: [
      { label: name("name"), width: 32 },
      { label: name("tags"), width: 24 },
      { label: name("locked") },
      { label: name("vms"), format: "integer" },
      { label: name("cohesion"), format: "percent" },
      { label: name("insideLinks"), format: "integer" },
      { label: name("cutLinks"), format: "integer" },
      { label: name("blockers"), width: 40 },
      { label: name("gone"), format: "integer" },
      { label: name("note"), width: 60 },
      { label: name("changedBy"), width: 24 },
    ],
    rows: rowsOf(rows, values),
  };
};

/** `group` in the query leaves one group only. */
const memberQuery = hiddenQuerySchema.extend({ group: z.string().max(64).optional() });

export const exportMoveGroupVms: ExportList = async ({ projectId, query, texts }) => {
  const { hidden, group } = parseQuery(memberQuery, query);
  const rows = await listMoveGroupVms(projectId, hidden, group);
  const name = (key: string) => texts(`dependencies.columns.${key}`);
  const ofGroup = (key: string) => texts(`dependencies.groups.${key}`);
  const values = (row: { group: MoveGroup; member: MoveGroupMember }): ExportValue[] => [
    row.group.name,
    row.group.tags.join("; ") || null,
    row.member.name,
    texts(`export.${row.member.isGone ? "no" : "yes"}`),
    row.member.cluster,
    row.member.os,
    row.member.suitability ? texts(`readiness.suitability.${row.member.suitability}`) : null,
    row.member.bestType ? texts(`readiness.types.${row.member.bestType}`) : null,
    row.member.insidePeers,
    row.member.outsidePeers,
  ];
  return {
    fileName: "landfall-move-group-vms",
    sheet: texts("export.dependencies.members"),
    columns: [
      { label: name("group"), width: 32 },
      { label: ofGroup("tags"), width: 24 },
      { label: name("server"), width: 32 },
      { label: texts("dependencies.kinds.vm") },
      { label: name("cluster"), width: 20 },
      { label: name("os"), width: 36 },
      { label: name("readiness"), width: 24 },
      { label: name("bestType"), width: 36 },
      { label: ofGroup("insidePeers"), format: "integer" },
      { label: ofGroup("outsidePeers"), format: "integer" },
    ],
    rows: rowsOf(rows, values),
  };
};
