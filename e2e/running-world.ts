import { exampleOf } from "../lib/world/example-setup";
import type { CommandKind } from "../lib/world/schema";

/**
 * A project whose migrations run, made over the API in seconds: for what starts after the set-up. The story
 * test walks the same way by the pages.
 */

/** Sends a request as somebody signed in. @throws when it is refused */
export type Call = (method: "GET" | "POST" | "PUT", path: string, body?: unknown) => Promise<never>;

interface World {
  clock: { nowSeconds: number };
  steps: { id: string; readyAtSeconds: number | null }[];
}

interface VmPage {
  rows: { key: string; powerState: string }[];
}

const CIRCUIT =
  "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/network" +
  "/providers/Microsoft.Network/expressRouteCircuits/datacenter";

/** What the forms fill in beside the examples: defaults, and what earlier steps have settled. */
const SETUP: readonly [CommandKind, Record<string, unknown>][] = [
  ["resourceProvider.register", { namespace: "Microsoft.AVS" }],
  ["hostQuota.request", {}],
  [
    "privateCloud.create",
    {
      location: "koreacentral",
      sku: "AV48",
      clusterSize: 16,
      virtualNetworkName: null,
      hcxManagementBlock: null,
      hcxUplinkBlock: null,
    },
  ],
  ["virtualNetwork.create", { location: "koreacentral", resourceGroup: "rg-avs" }],
  ["expressRoute.connect", { virtualNetworkName: "vnet-hub" }],
  [
    "globalReach.connect",
    {
      peerExpressRouteCircuit: CIRCUIT,
      authorizationKey: "11111111-2222-3333-4444-555555555555",
    },
  ],
  ["hcxAddon.install", { offer: "VMware MaaS Cloud Provider (Enterprise)" }],
  ["hcxKey.create", {}],
  ["hcxConnector.deploy", { keyName: "connector-1", managerSize: "large" }],
  ["sitePairing.create", { connectorName: "hcx-connector" }],
  ["networkProfile.create", {}],
  [
    "computeProfile.create",
    {
      managementNetworkProfile: "management",
      uplinkNetworkProfile: "management",
      vmotionNetworkProfile: "management",
      replicationNetworkProfile: "management",
    },
  ],
  [
    "serviceMesh.create",
    {
      connectorName: "hcx-connector",
      computeProfileName: "compute",
      services: ["INTERCONNECT", "VMOTION", "BULK_MIGRATION", "RAV"],
      // A circuit on which a weekend moves hundreds of VMs.
      underlay: {
        connection: "expressRoute",
        bandwidthMbps: 10_000,
        roundTripMilliseconds: 6,
        lossRatio: 0,
        mtuBytes: 1500,
      },
    },
  ],
];

/** Sends one command, then the clock to when what it makes is ready. */
async function take(call: Call, base: string, kind: CommandKind, payload: unknown): Promise<void> {
  await call("POST", `${base}/world/commands`, {
    commandId: crypto.randomUUID(),
    kind,
    payload,
  });
  const { steps }: World = await call("GET", `${base}/world`);
  const readyAtSeconds = steps.find(({ id }) => id === kind)?.readyAtSeconds;
  if (readyAtSeconds == null) return;
  await call("POST", `${base}/world/clock`, { action: "jumpTo", atSeconds: readyAtSeconds + 1 });
}

interface SiteNames {
  onPremisesNetworks: readonly string[];
  networks: readonly string[];
  cluster: string;
  datastore: string;
}

/** Walks every step of the AVS and HCX set-up of a project. */
export async function setUpWorld(call: Call, projectId: string, site: SiteNames): Promise<void> {
  const base = `/api/projects/${projectId}`;
  const names: Record<string, unknown> = {
    serviceClusters: [site.cluster],
    deploymentCluster: site.cluster,
    deploymentDatastore: site.datastore,
  };
  for (const [kind, fields] of SETUP) {
    await take(call, base, kind, {
      ...exampleOf(kind, site),
      ...fields,
      ...(kind === "computeProfile.create" ? names : {}),
    });
  }
}

export interface GroupRequest {
  name: string;
  vmKeys: readonly string[];
  type: "Bulk" | "Cold" | "vMotion" | "RAV";
}

/** Puts those of the VMs that the type can move into a mobility group and presses Go. */
export async function startGroup(call: Call, projectId: string, request: GroupRequest) {
  const base = `/api/projects/${projectId}`;
  const groupId = crypto.randomUUID();
  const draft = {
    groupId,
    name: request.name,
    serviceMeshName: "mesh-1",
    migrations: request.vmKeys.map((vmKey) => ({ vmKey, type: request.type })),
    destinationCluster: "Cluster-1",
    destinationDatastore: "vsanDatastore",
    networkMappings: [],
    transferStartSeconds: null,
    switchoverWindow: null,
    dailyChangeRatio: null,
  };
  const { problems }: { problems: { path: string }[] } = await call("POST", `${base}/world/check`, {
    commandId: crypto.randomUUID(),
    kind: "mobilityGroup.create",
    payload: draft,
  });
  const refused = new Set(problems.map(({ path }) => path.split(".")[1]));
  const migrations = draft.migrations.filter((_, index) => !refused.has(String(index)));
  await take(call, base, "mobilityGroup.create", { ...draft, migrations });
  await take(call, base, "mobilityGroup.start", { groupId });
  return { groupId, vmCount: migrations.length };
}

/** Keys of VMs in scope that are powered on, in the order of their names. */
export async function runningVmKeys(call: Call, projectId: string): Promise<string[]> {
  const keys: string[] = [];
  for (let offset = 0; ; offset += 500) {
    const { rows }: VmPage = await call(
      "GET",
      `/api/projects/${projectId}/vms?scope=inScope&offset=${offset}&limit=500`,
    );
    keys.push(...rows.filter((vm) => vm.powerState === "poweredOn").map(({ key }) => key));
    if (rows.length < 500) return keys;
  }
}

interface Estate {
  clusters: { name: string }[];
  datastores: { name: string }[];
  networks: string[];
}

/** The names of the source site that the set-up asks for, from the current import. */
export async function siteOf(call: Call, projectId: string): Promise<SiteNames> {
  const base = `/api/projects/${projectId}`;
  const inventory: Estate = await call("GET", `${base}/inventory`);
  const { project }: { project: { onPremisesNetworks: string[] } } = await call("GET", base);
  return {
    onPremisesNetworks: project.onPremisesNetworks,
    networks: inventory.networks,
    cluster: inventory.clusters[0]?.name ?? "cluster",
    datastore: inventory.datastores[0]?.name ?? "datastore",
  };
}
