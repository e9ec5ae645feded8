import { describe, expect, it } from "vitest";
import { carriedOver } from "./carried-over";
import type { FormContext, WorldResource } from "./field-spec";

function made(
  kind: WorldResource["kind"],
  name: string,
  properties: Record<string, unknown> = {},
  usable = true,
): WorldResource {
  return {
    kind,
    name,
    state: "Succeeded",
    settled: true,
    usable,
    requestedAtSeconds: 0,
    readyAtSeconds: 0,
    progressRatio: 1,
    properties,
  };
}

function contextOf(resources: WorldResource[], clusters: string[] = []): FormContext {
  return {
    resources,
    clusters,
    datastores: [],
    switches: [],
    networks: [],
    onPremisesNetworks: [],
  };
}

describe("what a form begins with", () => {
  it("is what the host quota was granted for", () => {
    const quota = made("hostQuota", "koreacentral AV48", { location: "koreacentral", sku: "AV48" });
    expect(carriedOver("privateCloud.create", contextOf([quota]))).toEqual({
      location: "koreacentral",
      sku: "AV48",
    });
  });

  it("is the key that no connector has consumed", () => {
    const keys = [made("hcxKey", "used", {}, false), made("hcxKey", "free")];
    expect(carriedOver("hcxConnector.deploy", contextOf(keys))).toEqual({ keyName: "free" });
  });

  it("is each network profile where its uses put it, and nothing where none fits", () => {
    const profiles = [
      made("networkProfile", "mgmt", { uses: ["management", "replication"] }),
      made("networkProfile", "vmotion", { uses: ["vmotion"] }),
    ];
    expect(carriedOver("computeProfile.create", contextOf(profiles, ["Cluster-A"]))).toEqual({
      managementNetworkProfile: "mgmt",
      replicationNetworkProfile: "mgmt",
      vmotionNetworkProfile: "vmotion",
      serviceClusters: ["Cluster-A"],
      deploymentCluster: "Cluster-A",
    });
  });

  it("is nothing where nothing was made", () => {
    expect(carriedOver("serviceMesh.create", contextOf([]))).toEqual({});
  });
});
