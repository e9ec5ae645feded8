import type { SetAsideReason } from "./schema";

/** vSphere Cluster Services agents: `vCLS (12)` until 7.0 U2, `vCLS-<uuid>` since. */
const VCLS_NAME = /^vCLS(?:[ -]|$)/i;

/**
 * The appliances of a service mesh are named after it, their kind and side: `mesh-IX-I1`, `mesh-NE-R2`.
 * I stands for the initiator, R for the receiver. The manager is named by whoever deploys it.
 */
const HCX_APPLIANCE_NAME = /-(?:IX|NE|WO|SGW|SDR)-[IR]\d{1,3}$/i;
const HCX_MANAGER_NAME = /^(?:vmware[-_ ])?hcx[-_ ]?(?:manager|connector|cloud|enterprise)\b/i;

/** Why a VM is set aside by rule: it is not something that is migrated. Null for a VM that counts. */
export function setAsideReasonOf(vm: {
  name: string;
  template: boolean | null;
  srmPlaceholder: boolean | null;
}): SetAsideReason | null {
  if (vm.template === true) return "template";
  if (vm.srmPlaceholder === true) return "srmPlaceholder";
  if (VCLS_NAME.test(vm.name)) return "vcls";
  if (HCX_APPLIANCE_NAME.test(vm.name) || HCX_MANAGER_NAME.test(vm.name)) return "hcxAppliance";
  return null;
}
