import { padded } from "./draw";
import type { EstatePortGroup, EstateSwitch } from "./estate-types";

/** Addresses that a port group hands out: .10 to .249 of its /24. */
const FIRST_HOST = 10;
const LAST_HOST = 249;

/**
 * Networks of 10.20.0.0/14 and upwards, one /24 a port group; the rest of RFC 1918 stays free,
 * so that the /22 of a private cloud finds room.
 */
const FIRST_SECOND_OCTET = 20;

export interface Attachment {
  portGroup: EstatePortGroup;
  address: string;
}

/** Hands out port groups and addresses in the order in which VMs ask for them. */
export class NetworkPlan {
  readonly portGroups: EstatePortGroup[] = [];
  private readonly open = new Map<string, { portGroup: EstatePortGroup; nextHost: number }>();
  private networkCount = 0;
  private macCount = 0;

  /** An address on the port group of a purpose, opening another one when the last is full. */
  attach(switchName: string, datacenter: string, purpose: string): Attachment {
    const key = `${switchName}/${purpose}`;
    const current = this.open.get(key);
    if (current !== undefined && current.nextHost <= LAST_HOST) {
      current.nextHost += 1;
      const address = `${current.portGroup.networkPrefix}.${current.nextHost - 1}`;
      return { portGroup: current.portGroup, address };
    }
    const portGroup = this.newNetwork(switchName, datacenter, purpose, current !== undefined);
    this.open.set(key, { portGroup, nextHost: FIRST_HOST + 1 });
    return { portGroup, address: `${portGroup.networkPrefix}.${FIRST_HOST}` };
  }

  /** A MAC address of vCenter's own range: VMware's prefix 00:50:56 and a fourth byte from 80 up. */
  nextMac(): string {
    const number = 0x80_00_00 + this.macCount;
    this.macCount += 1;
    const digits = number.toString(16).padStart(6, "0");
    return `00:50:56:${digits.slice(0, 2)}:${digits.slice(2, 4)}:${digits.slice(4, 6)}`;
  }

  /** Adds a port group that hands out no addresses. */
  add(portGroup: Omit<EstatePortGroup, "objectId">): EstatePortGroup {
    const added = { ...portGroup, objectId: `dvportgroup-${1000 + this.portGroups.length}` };
    this.portGroups.push(added);
    return added;
  }

  private newNetwork(switchName: string, datacenter: string, purpose: string, again: boolean) {
    const index = this.networkCount;
    this.networkCount += 1;
    const vlan = 100 + (index % 3900);
    const suffix = again ? `-${padded(index, 4)}` : "";
    return this.add({
      name: `${purpose}-vlan${vlan}${suffix}`,
      switchName,
      datacenter,
      kind: "distributed",
      vlan: String(vlan),
      networkPrefix: `10.${FIRST_SECOND_OCTET + Math.floor(index / 256)}.${index % 256}`,
      type: "earlyBinding",
      uplink: false,
      promiscuous: false,
    });
  }
}

/** The port groups that no VM should be on, or that carry a setting worth a look. */
export function addSpecialPortGroups(plan: NetworkPlan, distributed: EstateSwitch): void {
  const base = {
    switchName: distributed.name,
    datacenter: distributed.datacenter,
    kind: "distributed",
    networkPrefix: null,
    type: "earlyBinding",
    uplink: false,
    promiscuous: false,
  } as const;
  plan.add({ ...base, name: `${distributed.name}-uplinks`, vlan: "0-4094", uplink: true });
  plan.add({ ...base, name: `${distributed.name}-mgmt`, vlan: "10" });
  plan.add({ ...base, name: `${distributed.name}-vmotion`, vlan: "11" });
  plan.add({ ...base, name: `${distributed.name}-trunk`, vlan: "0-4094" });
  plan.add({ ...base, name: `${distributed.name}-inspect`, vlan: "12", promiscuous: true });
  plan.add({ ...base, name: `${distributed.name}-recovery`, vlan: "13", type: "ephemeral" });
}
