import { vmKeyOf } from "@/lib/inventory/identity";
import type { Inventory, InventoryVm } from "@/lib/inventory/schema";
import { Pseudonyms } from "./pseudonyms";

/** Paths inside a guest that every guest has. */
const COMMON_PATH =
  /^(?:[a-z]:\\?|\/|\/(?:boot|boot\/efi|home|usr|var|tmp|opt|srv|var\/log|var\/tmp))$/i;
const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * Replaces names, addresses and free text of an inventory by made-up ones, in place. What is no customer's stays:
 * sizes, states, versions, guest systems, device types. UUIDs and references of vCenter Server stay too: they name
 * nothing to anybody else, and hold a VM's identity over imports.
 */
export function anonymiseInventory(inventory: Inventory, key: string): void {
  const made = new Pseudonyms(key);
  const name = (text: string | null) => made.name(text);
  const keys = new Set<string>();
  for (const vm of inventory.vms) {
    anonymiseVm(vm, made);
    vm.key = uniqueKey(vm, keys);
    keys.add(vm.key);
  }
  for (const host of inventory.hosts) {
    host.name = made.address(host.name);
    host.datacenter = name(host.datacenter);
    host.cluster = name(host.cluster);
  }
  for (const cluster of inventory.clusters) {
    cluster.name = made.text(cluster.name);
    cluster.datacenter = name(cluster.datacenter);
  }
  for (const datastore of inventory.datastores) datastore.name = made.text(datastore.name);
  for (const portGroup of inventory.portGroups) {
    portGroup.name = networkName(portGroup.name, made);
    portGroup.switchName = name(portGroup.switchName);
  }
  for (const vcenter of inventory.vcenters) vcenter.name = name(vcenter.name);
  for (const message of inventory.health) {
    message.name = message.name === null ? null : made.quoted(message.name);
    message.message = message.message === null ? null : made.quoted(message.message);
  }
  // Words of free text are no names: they come last, so that no sentence of a program loses a word to them.
  for (const vm of inventory.vms) anonymiseTexts(vm, name);
}

function anonymiseTexts(vm: InventoryVm, name: (text: string | null) => string | null): void {
  vm.annotation = name(vm.annotation);
  for (const [attribute, value] of Object.entries(vm.customAttributes)) {
    vm.customAttributes[attribute] = name(value) ?? "";
  }
  for (const snapshot of vm.snapshots) {
    snapshot.name = name(snapshot.name);
    snapshot.description = name(snapshot.description);
  }
}

/** A key by name names the VM: it is made again. Keys by identifiers are kept. */
function uniqueKey(vm: InventoryVm, taken: ReadonlySet<string>): string {
  const isByName = vm.key.startsWith("nm:");
  // A second VM of the same key was told apart by its reference or by its file's name.
  const [bare = vm.key, file] = vm.key.split("@");
  const key = isByName ? vmKeyOf(vm) : bare;
  if (!taken.has(key)) return key;
  for (let number = 2; ; number += 1) {
    const numbered = `${key}${file === undefined && !isByName ? "#" : "@"}${number}`;
    if (!taken.has(numbered)) return numbered;
  }
}

function networkName(text: string, made: Pseudonyms): string {
  const uuid = UUID.exec(text)?.[0];
  if (uuid === undefined) return made.text(text);
  return text
    .split(uuid)
    .map((part) => made.text(part))
    .join(uuid);
}

function anonymiseVm(vm: InventoryVm, made: Pseudonyms): void {
  const name = (text: string | null) => made.name(text);
  vm.name = made.address(vm.name);
  vm.dnsName = name(vm.dnsName);
  vm.primaryIpAddress = name(vm.primaryIpAddress);
  vm.datacenter = name(vm.datacenter);
  vm.cluster = name(vm.cluster);
  vm.host = name(vm.host);
  vm.folder = name(vm.folder);
  vm.resourcePool = name(vm.resourcePool);
  vm.vApp = name(vm.vApp);
  vm.clusterRules = name(vm.clusterRules);
  for (const disk of vm.disks) disk.path = name(disk.path);
  for (const nic of vm.nics) {
    nic.network = nic.network === null ? null : networkName(nic.network, made);
    nic.switchName = name(nic.switchName);
    nic.macAddress = name(nic.macAddress);
    nic.ipAddresses = nic.ipAddresses.map((address) => made.address(address));
  }
  for (const partition of vm.partitions) {
    if (partition.path !== null && !COMMON_PATH.test(partition.path)) {
      partition.path = made.text(partition.path);
    }
  }
  for (const media of vm.media) media.deviceType = mediaType(media.deviceType, made);
}

/** `ISO [datastore] path` names both; the other types name nothing. */
function mediaType(text: string | null, made: Pseudonyms): string | null {
  if (text === null) return null;
  const image = /^(\s*iso\s*)(\[.*)$/i.exec(text);
  return image === null ? text : `${image[1]}${made.text(image[2] ?? "")}`;
}
