import type { Parameters } from "./parameters";

/** Beyond every link, so that it never binds. */
const UNBOUND = 1e15;

/**
 * Nothing but bytes over capacities: durations are those of textbook arithmetic, and of SimGrid. Windows of
 * a connection still bound a transfer where a scenario gives `tcpWindowBytes` and its link's latency.
 */
const IDEAL_PARAMETERS = {
  replicationEfficiencyRatio: 1,
  vmotionEfficiencyRatio: 1,
  replicationBytesPerSecond: UNBOUND,
  vmotionBytesPerSecond: UNBOUND,
  assistedVmotionBytesPerSecond: UNBOUND,
  tcpWindowBytes: UNBOUND,
  connectionsPerTransfer: 1,
  checksumBytesPerSecond: UNBOUND,
  consolidationBytesPerSecond: UNBOUND,
  unreservedIxRatio: 1,
  replicaOverheadRatio: 0,
  validationSeconds: 0,
  snapshotRemovalSeconds: 0,
  placeholderSeconds: 0,
  windowsShutdownSeconds: 0,
  linuxShutdownSeconds: 0,
  forcedPowerOffSeconds: 0,
  consolidationSeconds: 0,
  hardwareUpgradeSeconds: 0,
  instantiationSeconds: 0,
  powerOnSeconds: 0,
  toolsUpgradeSeconds: 0,
  cleanupSeconds: 0,
  rollbackSeconds: 0,
  relocatePreparationSeconds: 0,
  relocateCleanupSeconds: 0,
  stunSeconds: 0,
  fixUpSeconds: 0,
  vcenterReconnectSeconds: 0,
} as const satisfies Partial<Parameters>;

/** What equipment does where the scenario does not say: it never binds. */
const IDEAL_EQUIPMENT = {
  meshes: { ixBytesPerSecond: UNBOUND },
  sourceHosts: { nicBytesPerSecond: UNBOUND },
  sourceDatastores: { readBytesPerSecond: UNBOUND },
  targetDatastores: { writeBytesPerSecond: UNBOUND },
  networkExtensions: { applianceBytesPerSecond: UNBOUND, flowBytesPerSecond: UNBOUND },
} as const;

/** A scenario as a file has it, with what its parameters' base implies filled in; anything else as it is. */
export function withParameterBase(input: unknown): unknown {
  if (!isRecord(input) || !isRecord(input.parameters)) return input;
  if (input.parameters.base !== "ideal") return input;
  const filled: Record<string, unknown> = {
    meshes: [{ id: "mesh" }],
    ...input,
    parameters: { ...IDEAL_PARAMETERS, ...input.parameters },
  };
  for (const [kind, defaults] of Object.entries(IDEAL_EQUIPMENT)) {
    const parts = filled[kind];
    if (!Array.isArray(parts)) continue;
    filled[kind] = parts.map((part) => (isRecord(part) ? { ...defaults, ...part } : part));
  }
  return filled;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
