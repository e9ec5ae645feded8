import type { InventoryHost } from "@/lib/inventory/schema";
import { VSPHERE_END_OF_SUPPORT } from "./os-lifecycle";
import { parseTime, scopedKey } from "./readiness-context";
import {
  estateRule,
  from,
  NO_EFFECT,
  type ReadinessRule,
  type RuleContext,
  type SubjectResult,
} from "./readiness-rule";
import type { Detail } from "./readiness-schema";
import { isOlderThan, versionParts } from "./versions";

const MILLISECONDS_PER_DAY = 86_400_000;
const ANALYZERS = "RVTools analyzers, hosts and clusters";
const LIFECYCLE = "VMware product lifecycle matrix";

/** About hosts, clusters and datastores: they colour the plan, not one VM's verdict. */
export const ESTATE_RULES: readonly ReadinessRule[] = [
  estateRule({
    id: "set-aside",
    number: 34,
    severity: "info",
    effort: "none",
    verdicts: NO_EFFECT,
    source: "Migration planners: templates, placeholders, vCLS and HCX appliances do not move",
    reads: [[from("vInfo", "VM")]],
    checkEstate: ({ inventory }) =>
      subjects(inventory.vms, (vm) =>
        vm.setAside === null ? null : { subject: vm.name, detail: { reason: vm.setAside } },
      ),
  }),
  hostRule("esxi-end-of-support", 60, "warning", "high", LIFECYCLE, ["ESX Version"], supportEnded),
  estateRule({
    id: "vcenter-end-of-support",
    number: 60,
    severity: "warning",
    effort: "high",
    verdicts: NO_EFFECT,
    source: LIFECYCLE,
    reads: [[from("vSource", "Product version")]],
    checkEstate: (context) =>
      subjects(context.inventory.vcenters, (vcenter) => {
        const detail = endedSupport(vcenter.version, context);
        return detail ? { subject: vcenter.name ?? vcenter.uuid ?? "", detail } : null;
      }),
  }),
  estateRule({
    id: "vmfs-below-6",
    number: 60,
    severity: "info",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: ANALYZERS,
    reads: [[from("vDatastore", "Type", "Version")], [from("vDatastore", "Type", "Major Version")]],
    checkEstate: ({ inventory }) =>
      subjects(inventory.datastores, (store) =>
        /^vmfs/i.test(store.type ?? "") && Number.parseFloat(store.version ?? "") < 6
          ? { subject: store.name, detail: { version: store.version } }
          : null,
      ),
  }),
  estateRule({
    id: "mixed-builds",
    number: 60,
    severity: "info",
    effort: "medium",
    verdicts: NO_EFFECT,
    source: ANALYZERS,
    reads: [[from("vHost", "ESX Version", "Cluster")]],
    checkEstate: ({ inventory }) => mixedBuilds(inventory.hosts),
  }),
  clusterRule("ha-off", "HA enabled", (cluster) => cluster.haEnabled === false),
  clusterRule("drs-off", "DRS enabled", (cluster) => cluster.drsEnabled === false),
  clusterRule(
    "admission-control-off",
    "AdmissionControlEnabled",
    (cluster) => cluster.admissionControlEnabled === false,
  ),
  clusterRule("single-host-cluster", "NumHosts", (cluster) => cluster.hostCount === 1),
  estateRule({
    id: "cluster-without-spare-host",
    number: 63,
    severity: "warning",
    effort: "high",
    verdicts: NO_EFFECT,
    source: `${ANALYZERS}: memory in use must fit without the largest host (N+1)`,
    reads: [[from("vHost", "Cluster", "# Memory", "Memory usage %")]],
    checkEstate: ({ inventory }) => clustersWithoutSpare(inventory.hosts),
  }),
  datastoreRule("datastore-nearly-full", "warning", ["Capacity MiB", "Free MiB"], (store) => {
    if (store.capacityMib === null || store.freeMib === null || store.capacityMib <= 0) return null;
    const freeRatio = store.freeMib / store.capacityMib;
    return freeRatio < 0.2 ? { freeMib: store.freeMib, freeRatio } : null;
  }),
  datastoreRule(
    "datastore-overcommitted",
    "warning",
    ["Capacity MiB", "Provisioned MiB"],
    (store) => {
      const { capacityMib, provisionedMib } = store;
      if (capacityMib === null || provisionedMib === null || capacityMib <= 0) return null;
      const ratio = provisionedMib / capacityMib;
      return ratio > 1.5 ? { provisionedMib, ratio } : null;
    },
  ),
  datastoreRule("datastore-inaccessible", "warning", ["Accessible"], (store) =>
    store.accessible === false ? { accessible: false } : null,
  ),
  estateRule({
    id: "zombie-files",
    number: 67,
    severity: "info",
    effort: "low",
    verdicts: NO_EFFECT,
    source: "RVTools vHealth: zombie files",
    reads: [[from("vHealth", "Message")]],
    checkEstate: ({ inventory }) =>
      subjects(inventory.health, (message) =>
        /zombie|orphan/i.test(`${message.kind ?? ""} ${message.message ?? ""}`)
          ? { subject: message.name ?? "", detail: { message: message.message } }
          : null,
      ),
  }),
  hostRule("ntp-off", 68, "warning", "low", ANALYZERS, ["NTPD running"], (host) =>
    host.ntpRunning === false ? { ntpRunning: false } : null,
  ),
  hostRule(
    "certificate-expires",
    68,
    "warning",
    "low",
    ANALYZERS,
    ["Certificate Expiry Date"],
    (host, context) => {
      const expires = parseTime(host.certificateExpiresAt);
      if (expires === null || context.asOfMilliseconds === null) return null;
      const days = Math.floor((expires - context.asOfMilliseconds) / MILLISECONDS_PER_DAY);
      return days < 90 ? { days, expiresAt: host.certificateExpiresAt } : null;
    },
  ),
  hostRule("bios-old", 68, "info", "medium", ANALYZERS, ["BIOS Date"], (host) =>
    host.biosDate !== null && host.biosDate < "2021" ? { biosDate: host.biosDate } : null,
  ),
];

type HostCheck = (host: InventoryHost, context: RuleContext) => Detail | null;

function hostRule(
  id: string,
  number: number,
  severity: "warning" | "info",
  effort: "low" | "medium" | "high",
  source: string,
  columns: readonly string[],
  check: HostCheck,
): ReadinessRule {
  return estateRule({
    id,
    number,
    severity,
    effort,
    verdicts: NO_EFFECT,
    source,
    reads: [[from("vHost", ...columns)]],
    checkEstate: (context) =>
      subjects(context.inventory.hosts, (host) => {
        const detail = check(host, context);
        return detail ? { subject: host.name, detail } : null;
      }),
  });
}

function clusterRule(
  id: string,
  column: string,
  applies: (cluster: RuleContext["inventory"]["clusters"][number]) => boolean,
): ReadinessRule {
  return estateRule({
    id,
    number: 63,
    severity: "warning",
    effort: "low",
    verdicts: NO_EFFECT,
    source: ANALYZERS,
    reads: [[from("vCluster", column)]],
    checkEstate: ({ inventory }) =>
      subjects(inventory.clusters, (cluster) =>
        applies(cluster) ? { subject: cluster.name, detail: { hosts: cluster.hostCount } } : null,
      ),
  });
}

function datastoreRule(
  id: string,
  severity: "warning" | "info",
  columns: readonly string[],
  check: (store: RuleContext["inventory"]["datastores"][number]) => Detail | null,
): ReadinessRule {
  return estateRule({
    id,
    number: 65,
    severity,
    effort: "medium",
    verdicts: NO_EFFECT,
    source: "RVTools analyzers, datastores",
    reads: [[from("vDatastore", ...columns)]],
    checkEstate: ({ inventory }) =>
      subjects(inventory.datastores, (store) => {
        const detail = check(store);
        return detail ? { subject: store.name, detail } : null;
      }),
  });
}

function subjects<Row>(
  rows: readonly Row[],
  check: (row: Row) => { subject: string; detail: Detail } | null,
): SubjectResult {
  return rows.flatMap((row) => {
    const found = check(row);
    return found ? [{ subject: found.subject, details: [found.detail] }] : [];
  });
}

function supportEnded(host: InventoryHost, context: RuleContext): Detail | null {
  return endedSupport(host.esxVersion, context);
}

function endedSupport(version: string | null, context: RuleContext): Detail | null {
  const line = VSPHERE_END_OF_SUPPORT.find((row) => isOlderThan(version, row.below) === true);
  const end = parseTime(line?.endOfSupport ?? null);
  if (!line || end === null || context.asOfMilliseconds === null) return null;
  return end < context.asOfMilliseconds ? { version, endOfSupport: line.endOfSupport } : null;
}

/**
 * Clusters of two hosts or more whose memory in use would not fit without their largest host. A cluster
 * with a host that does not say is left out.
 */
function clustersWithoutSpare(hosts: readonly InventoryHost[]): SubjectResult {
  const byCluster = new Map<string, InventoryHost[]>();
  for (const host of hosts) {
    if (host.cluster === null) continue;
    const key = scopedKey(host.vcenterUuid, host.cluster);
    byCluster.set(key, [...(byCluster.get(key) ?? []), host]);
  }
  return [...byCluster.values()].flatMap((members) => {
    const sizes = members.map((host) => host.memoryMib ?? Number.NaN);
    const used = members.map(
      (host) => ((host.memoryMib ?? Number.NaN) * (host.memoryUsagePercent ?? Number.NaN)) / 100,
    );
    const usedMib = used.reduce((sum, value) => sum + value, 0);
    const leftMib = sizes.reduce((sum, value) => sum + value, 0) - Math.max(...sizes);
    // Comparisons with NaN are false: a cluster that does not say is not accused.
    return members.length > 1 && usedMib > leftMib
      ? [
          {
            subject: members[0]?.cluster ?? "",
            details: [{ hosts: members.length, usedMib: Math.round(usedMib), leftMib }],
          },
        ]
      : [];
  });
}

function mixedBuilds(hosts: readonly InventoryHost[]): SubjectResult {
  const buildsByCluster = new Map<string, Set<string>>();
  for (const host of hosts) {
    if (host.cluster === null || versionParts(host.esxVersion) === null) continue;
    const builds = buildsByCluster.get(host.cluster) ?? new Set<string>();
    builds.add(host.esxVersion ?? "");
    buildsByCluster.set(host.cluster, builds);
  }
  return [...buildsByCluster]
    .filter(([, builds]) => builds.size > 1)
    .map(([cluster, builds]) => ({ subject: cluster, details: [{ builds: builds.size }] }));
}
