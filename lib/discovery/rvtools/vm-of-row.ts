import { isInstanceUuid, vmKeyOf } from "@/lib/inventory/identity";
import type { InventoryVm, PowerState } from "@/lib/inventory/schema";
import { setAsideReasonOf } from "@/lib/inventory/set-aside";
import type { RowValues } from "./row-values";
import { V_INFO } from "./vm-columns";

const S = V_INFO.slots;

/** What a vInfo row can't say by itself. */
export interface VmRowContext {
  exporterVersion: string | null;
  hasSmbiosColumn: boolean;
  /** From vSource or vMetaData, for exports whose rows don't repeat it. */
  vcenterUuid: string | null;
  customAttributes: readonly { readonly name: string; readonly slot: number }[];
  /** Masks secrets and notes what it found. */
  maskText: (text: string | null, field: string, vm: InventoryVm) => string | null;
}

/** The VM of a vInfo row, its lists still empty. Null for a row that names none. */
export function vmOfRow(row: RowValues, context: VmRowContext): InventoryVm | null {
  const name = row.text(S.vm);
  if (name === null) return null;
  const vmUuid = row.text(S.vmUuid);
  const isInstance =
    vmUuid !== null && isInstanceUuid(vmUuid, context.hasSmbiosColumn, context.exporterVersion);
  const vm: InventoryVm = {
    key: "",
    name,
    vcenterUuid: row.text(S.vcenterUuid) ?? context.vcenterUuid,
    moRef: row.text(S.vmId),
    instanceUuid: isInstance ? vmUuid : null,
    smbiosUuid: row.text(S.smbiosUuid) ?? (isInstance ? null : vmUuid),
    powerState: powerStateOf(row.text(S.powerState)),
    setAside: setAsideReasonOf({
      name,
      template: row.flag(S.template),
      srmPlaceholder: row.flag(S.srmPlaceholder),
    }),
    connectionState: row.text(S.connectionState),
    configStatus: row.text(S.configStatus),
    guestState: row.text(S.guestState),
    heartbeat: row.text(S.heartbeat),
    consolidationNeeded: row.flag(S.consolidationNeeded),
    createdAt: row.date(S.createdAt),
    cpus: row.number(S.cpus),
    coresPerSocket: null,
    memoryMib: row.number(S.memoryMib),
    provisionedMib: row.number(S.provisionedMib),
    inUseMib: row.number(S.inUseMib),
    diskCapacityMib: row.number(S.diskCapacityMib),
    cpuReadyPercent: row.number(S.cpuReadyPercent),
    activeMemoryMib: row.number(S.activeMemoryMib),
    cpuReservationMhz: null,
    cpuLimitMhz: null,
    cpuHotAdd: null,
    memoryReservationMib: null,
    memoryLimitMib: null,
    memoryHotAdd: null,
    memoryBalloonedMib: null,
    memorySwappedMib: null,
    memoryConsumedMib: null,
    osConfigured: row.text(S.osConfigured),
    osRunning: row.text(S.osRunning),
    dnsName: row.text(S.dnsName),
    primaryIpAddress: row.text(S.primaryIpAddress),
    firmware: row.text(S.firmware),
    secureBoot: row.flag(S.secureBoot),
    hardwareVersion: hardwareVersionOf(row.text(S.hardwareVersion)),
    toolsStatus: null,
    toolsVersion: null,
    toolsUpgradeable: null,
    minimumEvcMode: row.text(S.minimumEvcMode),
    latencySensitivity: row.text(S.latencySensitivity),
    faultToleranceState: row.text(S.faultToleranceState),
    fixedPassthroughHotPlug: row.flag(S.fixedPassthroughHotPlug),
    changedBlockTracking: row.flag(S.cbt),
    enableUuid: row.flag(S.enableUuid),
    encrypted: row.flag(S.encrypted),
    clusterRules: row.text(S.clusterRuleNames) ?? row.text(S.clusterRules),
    datacenter: row.text(S.datacenter),
    cluster: row.text(S.cluster),
    host: row.text(S.host),
    folder: row.text(S.folder),
    resourcePool: row.text(S.resourcePool),
    vApp: row.text(S.vApp),
    annotation: null,
    customAttributes: {},
    disks: [],
    nics: [],
    partitions: [],
    snapshots: [],
    media: [],
    usb: [],
    performance: null,
    derived: {},
    maskedSecrets: [],
  };
  vm.annotation = context.maskText(row.text(S.annotation), "annotation", vm);
  for (const { name: attribute, slot } of context.customAttributes) {
    const value = context.maskText(row.text(slot), attribute, vm);
    if (value !== null) vm.customAttributes[attribute] = value;
  }
  vm.key = vmKeyOf(vm);
  return vm;
}

export function powerStateOf(text: string | null): PowerState {
  if (text === "poweredOn") return "poweredOn";
  if (text === "poweredOff") return "poweredOff";
  switch (text?.toLowerCase().replace(/[\s_-]/g, "")) {
    case "poweredon":
    case "on":
      return "poweredOn";
    case "poweredoff":
    case "off":
      return "poweredOff";
    case "suspended":
      return "suspended";
    default:
      return "unknown";
  }
}

/** `21`, `vmx-21` and `21.0` are 21. */
export function hardwareVersionOf(text: string | null): number | null {
  const digits = text === null ? null : /\d{1,3}/.exec(text);
  return digits === null ? null : Number(digits[0]);
}

/** Networks #1 to #8 of a vInfo row, for exports that have no vNetwork sheet. */
export function networksOfRow(row: RowValues): string[] {
  const networks: string[] = [];
  for (let slot = S.network1; slot <= S.network8; slot += 1) {
    const network = row.text(slot);
    if (network !== null) networks.push(network);
  }
  return networks;
}

/** Fills what `vm` lacks from `other`, a second row of the same VM. */
export function mergeVm(vm: InventoryVm, other: InventoryVm): void {
  const target = vm as Record<string, unknown>;
  for (const [field, value] of Object.entries(other)) {
    if (target[field] === null && value !== null) target[field] = value;
  }
  if (vm.powerState === "unknown") vm.powerState = other.powerState;
  vm.setAside ??= other.setAside;
  for (const [attribute, value] of Object.entries(other.customAttributes)) {
    vm.customAttributes[attribute] ??= value;
  }
}
