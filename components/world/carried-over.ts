import type { CommandKind } from "@/lib/world/schema";
import type { FormContext, FormValues, WorldResource } from "./field-spec";

/**
 * What earlier steps have settled already, as the portals offer it: the region and the host type of
 * the quota, the only connector, the key that nobody has used yet.
 */
export function carriedOver(kind: CommandKind, context: FormContext): FormValues {
  const of = (resource: WorldResource["kind"]) =>
    context.resources.filter((candidate) => candidate.kind === resource);
  const first = (resource: WorldResource["kind"]) => of(resource)[0]?.name;
  const quota = of("hostQuota").at(-1)?.properties ?? {};
  const cloud = of("privateCloud")[0]?.properties ?? {};
  switch (kind) {
    case "privateCloud.create":
      return known({ location: quota.location, sku: quota.sku });
    case "virtualNetwork.create":
      return known({ location: cloud.location, resourceGroup: cloud.resourceGroup });
    case "expressRoute.connect":
      return known({ virtualNetworkName: first("virtualNetwork") });
    case "cluster.add":
      return known({ sku: cloud.sku });
    case "cluster.scale":
      return known({ name: first("cluster") });
    case "hcxConnector.deploy":
      return known({ keyName: of("hcxKey").find((key) => key.usable)?.name });
    case "sitePairing.create":
      return known({ connectorName: first("hcxConnector") });
    case "computeProfile.create":
      return computeProfile(context);
    case "serviceMesh.create":
      return known({
        connectorName: first("hcxConnector"),
        computeProfileName: first("computeProfile"),
        services: of("computeProfile")[0]?.properties.services,
      });
    case "networkExtension.create":
      return known({ serviceMeshName: first("serviceMesh") });
    default:
      return {};
  }
}

function known(values: Record<string, unknown>): FormValues {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}

/** Each network profile where its uses say that it belongs. */
function computeProfile(context: FormContext): FormValues {
  const profileFor = (use: string) =>
    context.resources.find(
      ({ kind, properties }) =>
        kind === "networkProfile" &&
        Array.isArray(properties.uses) &&
        properties.uses.includes(use),
    )?.name;
  return known({
    managementNetworkProfile: profileFor("management"),
    uplinkNetworkProfile: profileFor("uplink"),
    vmotionNetworkProfile: profileFor("vmotion"),
    replicationNetworkProfile: profileFor("replication"),
    serviceClusters: context.clusters.length > 0 ? [...context.clusters] : undefined,
    deploymentCluster: context.clusters[0],
    deploymentDatastore: context.datastores[0],
  });
}
