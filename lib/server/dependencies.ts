import type { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import type { Suitability } from "@/lib/assessment/readiness-schema";
import type {
  ConnectionRow,
  connectionQuerySchema,
  DependencyGraph,
  DependencySummary,
  EndpointDetail,
  EndpointRow,
  endpointQuerySchema,
} from "@/lib/dependency/api-schema";
import {
  buildModel,
  cutPage,
  type DependencyModel,
  endpointDetail,
  endpointRows,
  filterConnections,
  filterEndpoints,
  type GroupOfVm,
  type ModelVm,
  portUses,
} from "@/lib/dependency/dependency-model";
import { graphColumns } from "@/lib/dependency/graph-columns";
import { type Dependency, ENDPOINT_KINDS } from "@/lib/dependency/schema";
import { RefusedError } from "@/lib/errors/schema";
import type { MigrationType } from "@/lib/hcx/migration-types";
import { database } from "./database";
import { scopeDecisionsMark } from "./scope-decisions";

/** Models of this many projects stay in memory: a model of 20,000 connections takes about 20 MB. */
const KEPT_MODELS = 6;

interface KeptModel {
  mark: string;
  model: Promise<DependencyModel>;
}

const holder = globalThis as { landfallDependencyModels?: Map<string, KeptModel> };

/** By project, the least lately used first. */
function keptModels(): Map<string, KeptModel> {
  holder.landfallDependencyModels ??= new Map();
  return holder.landfallDependencyModels;
}

interface Sources {
  dependencyImportId: string | null;
  inventoryImportId: string | null;
  assessment: { id: string; name: string } | null;
  mark: string;
}

async function sourcesOf(projectId: string): Promise<Sources> {
  const client = database();
  const [project, assessment] = await Promise.all([
    client.project.findUnique({
      where: { id: projectId },
      select: { currentDependencyImportId: true, currentImportId: true },
    }),
    client.assessment.findFirst({
      where: { projectId },
      orderBy: { createdAt: "desc" },
      select: { id: true, name: true },
    }),
  ]);
  if (!project) throw new RefusedError("notFound", "There is no such project.");
  const decisions = await scopeDecisionsMark(client, projectId);
  const mark = [
    project.currentDependencyImportId,
    project.currentImportId,
    decisions,
    assessment?.id,
  ];
  return {
    dependencyImportId: project.currentDependencyImportId,
    inventoryImportId: project.currentImportId,
    assessment,
    mark: mark.join(" "),
  };
}

/**
 * The project's dependencies tied to its inventory and newest assessment, kept until one of them moves on.
 * Without a dependency export it has the VMs and no link.
 */
export async function dependencyModel(
  projectId: string,
): Promise<{ model: DependencyModel; sources: Sources }> {
  const sources = await sourcesOf(projectId);
  const kept = keptModels().get(projectId);
  keptModels().delete(projectId);
  const model = kept?.mark === sources.mark ? kept.model : loadModel(projectId, sources);
  keptModels().set(projectId, { mark: sources.mark, model });
  for (const [oldest] of keptModels()) {
    if (keptModels().size <= KEPT_MODELS) break;
    keptModels().delete(oldest);
  }
  try {
    return { model: await model, sources };
  } catch (error) {
    keptModels().delete(projectId);
    throw error;
  }
}

async function loadModel(projectId: string, sources: Sources): Promise<DependencyModel> {
  const [dependencies, vms] = await Promise.all([
    loadDependencies(sources.dependencyImportId),
    loadModelVms(projectId, sources),
  ]);
  return buildModel(dependencies, vms);
}

async function loadDependencies(importId: string | null): Promise<Dependency[]> {
  if (importId === null) return [];
  const rows = await database().$queryRaw<(Dependency & { port: number | bigint | null })[]>`
    SELECT "sourceName", "sourceApplication", "sourceProcess", "destinationName", "destinationIp",
      "destinationApplication", "destinationProcess", "port", "slotCount", "firstSeenAt", "lastSeenAt"
    FROM dependency WHERE "importId" = ${importId} ORDER BY "place"`;
  return rows.map((row) => ({
    ...row,
    port: row.port === null ? null : Number(row.port),
    slotCount: Number(row.slotCount),
  }));
}

interface RawVm {
  key: string;
  name: string;
  dnsName: string | null;
  primaryIp: string | null;
  nicsJson: string | null;
  os: string | null;
  cluster: string | null;
  inScope: number | bigint | boolean;
  suitability: Suitability | null;
  bestType: MigrationType | null;
}

async function loadModelVms(projectId: string, sources: Sources): Promise<ModelVm[]> {
  const { inventoryImportId, assessment } = sources;
  if (inventoryImportId === null) return [];
  const assessed = assessment
    ? Prisma.sql`LEFT JOIN assessed_vm a ON a."assessmentId" = ${assessment.id} AND a."vmKey" = v."key"`
    : Prisma.sql`LEFT JOIN assessed_vm a ON FALSE`;
  const rows = await database().$queryRaw<RawVm[]>`
    SELECT v."key", v."name", v."detailJson" ->> 'dnsName' AS "dnsName", v."primaryIp",
      v."detailJson" -> 'nics' AS "nicsJson", v."os", v."cluster", a."suitability", a."bestType",
      (CASE WHEN e."excluded" IS NULL THEN v."setAside" IS NULL ELSE NOT e."excluded" END) AS "inScope"
    FROM inventory_vm v
    LEFT JOIN vm_exclusion e ON e."projectId" = ${projectId} AND e."vmKey" = v."key"
    ${assessed}
    WHERE v."importId" = ${inventoryImportId} ORDER BY v."key"`;
  return rows.map(({ nicsJson, primaryIp, suitability, bestType, ...row }) => ({
    key: row.key,
    name: row.name,
    dnsName: row.dnsName,
    os: row.os,
    cluster: row.cluster,
    inScope: Boolean(Number(row.inScope)),
    ipAddresses: addressesOf(primaryIp, nicsJson),
    readiness: suitability === null ? null : { suitability, bestType },
  }));
}

function addressesOf(primaryIp: string | null, nicsJson: string | null): string[] {
  const nics: { ipAddresses: string[] }[] = nicsJson === null ? [] : JSON.parse(nicsJson);
  const addresses = nics.flatMap(({ ipAddresses }) => ipAddresses);
  return [...new Set(primaryIp === null ? addresses : [primaryIp, ...addresses])];
}

/** Which move group each VM of the project is in. */
async function groupsOfVms(projectId: string): Promise<GroupOfVm> {
  const rows = await database().moveGroupVm.findMany({
    where: { projectId },
    select: { vmKey: true, group: { select: { id: true, name: true } } },
  });
  return new Map(rows.map(({ vmKey, group }) => [vmKey, group]));
}

/** As `dependencyModel`, where there must be a dependency export. @throws RefusedError noDependencies */
export async function requiredModel(projectId: string) {
  const found = await dependencyModel(projectId);
  const importId = found.sources.dependencyImportId;
  if (importId === null) {
    throw new RefusedError("noDependencies", "Import a dependency export first.");
  }
  return { ...found, importId };
}

/** @throws RefusedError notFound, noDependencies */
export async function dependencySummary(projectId: string): Promise<DependencySummary> {
  const { model, sources, importId } = await requiredModel(projectId);
  const { map, vmByKey } = model;
  const record = await database().import.findUniqueOrThrow({
    where: { id: importId },
    include: { dependencyPeriod: true },
  });
  const period = record.dependencyPeriod;
  const inScope = [...vmByKey.values()].filter((vm) => vm.inScope);
  const seen = new Set(map.endpoints.flatMap(({ vmKey }) => vmKey ?? []));
  return {
    importId,
    fileName: record.fileName,
    importedAt: (record.finishedAt ?? record.createdAt).toISOString(),
    period: {
      slotCount: period?.slotCount ?? 0,
      slotHours: period?.slotHours ?? null,
      startAt: period?.startAt ?? null,
      endAt: period?.endAt ?? null,
    },
    endpoints: Object.fromEntries(
      ENDPOINT_KINDS.map((kind) => [
        kind,
        map.endpoints.filter((endpoint) => endpoint.kind === kind).length,
      ]),
    ) as DependencySummary["endpoints"],
    links: map.links.length,
    connections: model.connections.length,
    selfConnections: map.selfConnections,
    joined: { ...map.join.joined, ambiguous: map.join.ambiguous },
    inScopeVms: inScope.length,
    seenVms: inScope.filter(({ key }) => seen.has(key)).length,
    ports: portUses(map).slice(0, 400),
    assessmentName: sources.assessment?.name ?? null,
  };
}

/** @throws RefusedError notFound, noDependencies */
export async function dependencyGraph(projectId: string): Promise<DependencyGraph> {
  const [{ model }, groups] = await Promise.all([requiredModel(projectId), groupsOfVms(projectId)]);
  return graphColumns(model, groups);
}

type Filters<TQuery> = Omit<TQuery, "offset" | "limit">;
type ConnectionFilters = Filters<z.output<typeof connectionQuerySchema>>;
type EndpointFilters = Filters<z.output<typeof endpointQuerySchema>>;

/** Every connection of these filters, in the list's order. @throws RefusedError notFound, noDependencies */
export async function allConnections(
  projectId: string,
  query: ConnectionFilters,
): Promise<ConnectionRow[]> {
  const { model } = await requiredModel(projectId);
  return filterConnections(model, query);
}

/** One page of connections. @throws RefusedError notFound, noDependencies */
export async function listConnections(
  projectId: string,
  query: z.output<typeof connectionQuerySchema>,
): Promise<{ rows: ConnectionRow[]; total: number }> {
  return cutPage(await allConnections(projectId, query), query);
}

/** Every endpoint of these filters, in the list's order. @throws RefusedError notFound, noDependencies */
export async function allEndpoints(
  projectId: string,
  query: EndpointFilters,
): Promise<EndpointRow[]> {
  const [{ model }, groups] = await Promise.all([requiredModel(projectId), groupsOfVms(projectId)]);
  return filterEndpoints(endpointRows(model, groups, query.hidden), query);
}

/** One page of endpoints. @throws RefusedError notFound, noDependencies */
export async function listEndpoints(
  projectId: string,
  query: z.output<typeof endpointQuerySchema>,
): Promise<{ rows: EndpointRow[]; total: number }> {
  return cutPage(await allEndpoints(projectId, query), query);
}

/** @throws RefusedError notFound, noDependencies */
export async function getEndpoint(
  projectId: string,
  endpointId: string,
  hidden: readonly number[],
): Promise<EndpointDetail> {
  const [{ model }, groups] = await Promise.all([requiredModel(projectId), groupsOfVms(projectId)]);
  const detail = endpointDetail(model, endpointRows(model, groups, hidden), endpointId);
  if (!detail) throw new RefusedError("notFound", "The dependencies have no such server.");
  return detail;
}
