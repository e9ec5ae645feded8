import { foldUuid, type VmIdentity } from "./identity";

/**
 * A key says as much as the export said: an export of names alone, and a later one with references, give one VM two
 * keys. What a team decided hangs on the first, so a VM keeps it as long as the two exports do not contradict
 * each other.
 */

export interface KeyedIdentity extends VmIdentity {
  key: string;
}

type Level = (vm: VmIdentity) => string | null;

/** What makes two VMs the same, the strongest first (see identity.ts). */
const LEVELS: readonly Level[] = [
  ({ vcenterUuid, moRef }) =>
    vcenterUuid === null || moRef === null ? null : `${foldUuid(vcenterUuid)} ${moRef}`,
  ({ instanceUuid }) => (instanceUuid === null ? null : foldUuid(instanceUuid)),
  ({ smbiosUuid }) => (smbiosUuid === null ? null : foldUuid(smbiosUuid)),
  ({ moRef, name }) => (moRef === null ? null : `${moRef} ${name.toLowerCase()}`),
  ({ name, datacenter }) =>
    datacenter === null ? null : `${datacenter.toLowerCase()}/${name.toLowerCase()}`,
  ({ name }) => name.toLowerCase(),
];

/**
 * Gives the VMs of a newer export the keys that they had, in place, and answers how many got another than their own.
 * Where several VMs could be meant, none is. `former` are the VMs of the inventory that was in use.
 */
export function keepFormerKeys(
  vms: readonly KeyedIdentity[],
  former: readonly KeyedIdentity[],
): number {
  const newKeys = new Set(vms.map(({ key }) => key));
  const formerKeys = new Set(former.map(({ key }) => key));
  let lost = former.filter(({ key }) => !newKeys.has(key));
  let found = vms.filter(({ key }) => !formerKeys.has(key));
  let kept = 0;
  for (const level of LEVELS) {
    if (lost.length === 0 || found.length === 0) break;
    const formerById = onlyOnes(lost, level);
    const matched = new Set<KeyedIdentity>();
    for (const [id, vm] of onlyOnes(found, level)) {
      const before = formerById.get(id);
      if (before === undefined || contradict(vm, before)) continue;
      vm.key = before.key;
      matched.add(vm).add(before);
      kept += 1;
    }
    lost = lost.filter((vm) => !matched.has(vm));
    found = found.filter((vm) => !matched.has(vm));
  }
  return kept;
}

/** VMs by what a level says of them, without those of which it says the same. */
function onlyOnes(vms: readonly KeyedIdentity[], level: Level): Map<string, KeyedIdentity> {
  const byId = new Map<string, KeyedIdentity | null>();
  for (const vm of vms) {
    const id = level(vm);
    if (id !== null) byId.set(id, byId.has(id) ? null : vm);
  }
  const ones = new Map<string, KeyedIdentity>();
  for (const [id, vm] of byId) if (vm !== null) ones.set(id, vm);
  return ones;
}

/** Another VM of the same name, not the same VM: an identifier that both exports state differs. */
function contradict(left: VmIdentity, right: VmIdentity): boolean {
  const sameInstance = agree(left.instanceUuid, right.instanceUuid);
  if (sameInstance !== null) return !sameInstance;
  const sameServer = agree(left.vcenterUuid, right.vcenterUuid);
  return sameServer === true && left.moRef !== null && right.moRef !== null
    ? left.moRef !== right.moRef
    : agree(left.smbiosUuid, right.smbiosUuid) === false;
}

/** Null when one of them does not say. */
function agree(left: string | null, right: string | null): boolean | null {
  return left === null || right === null ? null : foldUuid(left) === foldUuid(right);
}
