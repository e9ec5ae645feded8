/**
 * What makes two rows, or two exports, speak of the same VM. In this order: the vCenter Server's UUID with the
 * VM's managed object reference, the instance UUID, the SMBIOS UUID, the reference alone, the name in its
 * datacenter. UUIDs are compared without case and punctuation.
 */
export interface VmIdentity {
  name: string;
  vcenterUuid: string | null;
  moRef: string | null;
  instanceUuid: string | null;
  smbiosUuid: string | null;
  datacenter: string | null;
}

/** The key that a VM keeps over re-imports, as long as the exports keep saying the same of its identity. */
export function vmKeyOf(vm: VmIdentity): string {
  if (vm.vcenterUuid !== null && vm.moRef !== null) {
    return `vc:${foldUuid(vm.vcenterUuid)}:${vm.moRef}`;
  }
  if (vm.instanceUuid !== null) return `iu:${foldUuid(vm.instanceUuid)}`;
  if (vm.smbiosUuid !== null) return `su:${foldUuid(vm.smbiosUuid)}`;
  if (vm.moRef !== null) return `mo:${vm.moRef}`;
  return `nm:${(vm.datacenter ?? "").toLowerCase()}/${vm.name.toLowerCase()}`;
}

export function foldUuid(uuid: string): string {
  return uuid.replace(/[\s{}-]/g, "").toLowerCase();
}

/**
 * Whether the `VM UUID` column of an export holds instance UUIDs. RVTools 4.3.1 changed it from the SMBIOS UUID,
 * and newer versions have a column of their own for that. vCenter Server gives instance UUIDs that begin with
 * `50`; SMBIOS UUIDs begin with `42` or, given by a host, with `564d`.
 */
export function isInstanceUuid(
  uuid: string,
  hasSmbiosColumn: boolean,
  exporterVersion: string | null,
): boolean {
  if (hasSmbiosColumn) return true;
  const folded = foldUuid(uuid);
  if (folded.startsWith("50")) return true;
  if (folded.startsWith("42") || folded.startsWith("564d")) return false;
  return exporterVersion !== null && compareVersions(exporterVersion, "4.3.1") >= 0;
}

/** Compares versions part by part as numbers: 4.10 is after 4.9. */
export function compareVersions(left: string, right: string): number {
  const leftParts = left.split(/[^\d]+/).map(Number);
  const rightParts = right.split(/[^\d]+/).map(Number);
  for (let index = 0; index < Math.max(leftParts.length, rightParts.length); index += 1) {
    const difference = (leftParts[index] ?? 0) - (rightParts[index] ?? 0);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}
