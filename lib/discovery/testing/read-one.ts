import { sourceOfBytes } from "../byte-source";
import { readExport } from "../read-export";
import type { Row } from "./rvtools-export";

const OPTIONS = { nowIso: "2025-06-20T00:00:00Z" };
/** Header sets of three generations of RVTools. */
export const NEWEST = "4.8-like synthetic CSV (xzitony)";
export const NEW = "4.3.2.0";
export const OLD = "3.x (mjvincent SizingWorkshop, trimmed)";
export const VCENTER = "11111111-2222-3333-4444-555555555555";

/** What is made of one file, read on the same day each time. */
export function readBytes(name: string, bytes: Buffer) {
  return readExport([sourceOfBytes(name, bytes)], OPTIONS);
}

/** As `readBytes`, of an inventory that is there, with the note of a code. */
export async function readOne(bytes: Buffer, name = "export.xlsx") {
  const { inventory, confidence } = await readBytes(name, bytes);
  if (inventory === null) throw new Error("no inventory");
  const note = (code: string) => confidence.notes.find((found) => found.code === code);
  return { inventory, confidence, note };
}

/** Two rows of vInfo. */
export const web: Row = {
  VM: "web-01",
  Powerstate: "poweredOn",
  Template: "False",
  CPUs: 2,
  Memory: 4096,
  "Provisioned MiB": 20_480,
  "In Use MiB": 10_240,
  Datacenter: "DC1",
  Cluster: "C1",
  Host: "esx-01",
  "VM ID": "vm-1",
  "VM UUID": "50061111-9806-d6d6-7e09-c0ae87309b4f",
  "VI SDK UUID": VCENTER,
};
export const db: Row = {
  ...web,
  VM: "db-01",
  "VM ID": "vm-2",
  "VM UUID": "50062222-9806-d6d6-7e09-c0ae87309b4f",
};
