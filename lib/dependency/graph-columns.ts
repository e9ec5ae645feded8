import type { DependencyGraph } from "./api-schema";
import type { DependencyModel, GroupOfVm } from "./dependency-model";

/** More links than this cannot be told apart, nor drawn at a steady rate. */
export const DRAWN_LINKS_MAX = 60_000;

/** The whole map by columns, for drawing; the browser hides ports by itself. */
export function graphColumns(
  model: DependencyModel,
  groupOfVm: GroupOfVm,
  linksMax = DRAWN_LINKS_MAX,
): DependencyGraph {
  const { endpoints, services, links } = model.map;
  const weight = (place: number) =>
    (links[place]?.uses ?? []).reduce((sum, { slotCount }) => sum + slotCount, 0);
  const places = links.map((_, place) => place);
  const kept =
    links.length <= linksMax
      ? places
      : [...places].sort((a, b) => weight(b) - weight(a) || a - b).slice(0, linksMax);
  const groups = new Map<string, { id: string; name: string }>();
  const nodes = endpoints.map((endpoint) => {
    const vm = endpoint.vmKey === null ? undefined : model.vmByKey.get(endpoint.vmKey);
    const group = endpoint.vmKey === null ? undefined : groupOfVm.get(endpoint.vmKey);
    if (group !== undefined) groups.set(group.id, { id: group.id, name: group.name });
    return {
      id: endpoint.id,
      name: endpoint.name,
      kind: endpoint.kind,
      os: vm?.os ?? null,
      cluster: vm?.cluster ?? null,
      suitability: vm?.readiness?.suitability ?? null,
      inScope: vm?.inScope ?? false,
      groupId: group?.id ?? null,
    };
  });
  return {
    nodes,
    services: services.map(({ port, process, application }) => ({ port, process, application })),
    links: kept
      .sort((a, b) => a - b)
      .flatMap((place) => {
        const link = links[place];
        if (link === undefined) return [];
        const uses = link.uses.flatMap(({ service, slotCount }) => [service, slotCount]);
        return [[link.source, link.target, ...uses]];
      }),
    groups: [...groups.values()],
    leftOutLinks: links.length - kept.length,
  };
}
