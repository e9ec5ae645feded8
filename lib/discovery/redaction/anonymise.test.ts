import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generateEstate } from "@/prisma/seed/estate";
import { rvtoolsWorkbookBuffer } from "@/prisma/seed/rvtools-workbook";
import { sourceOfBytes } from "../byte-source";
import { readExport } from "../read-export";
import { Pseudonyms } from "./pseudonyms";

const made = new Pseudonyms("a key");
const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc
  .tuple(fc.integer({ min: 1, max: 223 }), octet, octet, octet)
  .filter(([first]) => first !== 127 && first !== 169);
const numberOf = (address: string) =>
  address.split(".").reduce((value, part) => value * 256 + Number(part), 0);
/** Bits that two addresses have in common from the left. */
const commonBits = (left: number, right: number) => Math.clz32((left ^ right) >>> 0);

describe("made-up names", () => {
  it("keep shape: length, case, separators and the numbers that count", () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[A-Za-z]{1,12}(?:[-_.][A-Za-z]{1,8}\d{0,3}){0,4}$/),
        (name) => {
          const shape = (text: string) => text.replace(/[a-z]/g, "a").replace(/[A-Z]/g, "A");
          expect(shape(made.text(name))).toBe(shape(name));
        },
      ),
    );
    expect(made.text("ACME-web-01.acme.example")).toMatch(
      /^[A-Z]{4}-[a-z]{3}-01\.[a-z]{4}\.example$/,
    );
    // The same word is the same pseudonym, whatever its case.
    const [left = "", right = ""] = made.text("Acme acme").split(" ");
    expect(left.toLowerCase()).toBe(right);
    expect(right).not.toBe("acme");
    expect(made.text("서울데이터센터")).not.toContain("서울");
  });

  it("are one to one: what was different stays different", () => {
    const words = new Set<string>();
    const letters = "abcdefghijklmnopqrstuvwxyz";
    for (const a of letters) for (const b of letters) words.add(made.text(`${a}${b}`));
    // 26 x 26 words of two letters, some of them kept.
    expect(words.size).toBe(676);
  });

  it("are the same under the same key and others under another", () => {
    expect(new Pseudonyms("a key").text("payroll")).toBe(made.text("payroll"));
    expect(new Pseudonyms("another").text("payroll")).not.toBe(made.text("payroll"));
  });

  it("keep subnets of any length, and private addresses private", () => {
    fc.assert(
      fc.property(ipv4, ipv4, fc.integer({ min: 0, max: 32 }), (a, b, prefix) => {
        const left = numberOf(a.join("."));
        const mask = prefix === 0 ? 0 : (-1 << (32 - prefix)) >>> 0;
        const right = ((left & mask) | (numberOf(b.join(".")) & ~mask)) >>> 0;
        if (right >>> 24 === 127 || right >>> 24 === 169 || right >>> 24 === 0) return;
        const rightText = [24, 16, 8, 0].map((at) => (right >>> at) & 255).join(".");
        if (Number(rightText.split(".")[0]) >= 224) return;
        const madeLeft = numberOf(made.address(a.join(".")));
        const madeRight = numberOf(made.address(rightText));
        expect(commonBits(madeLeft, madeRight)).toBe(commonBits(left, right));
      }),
    );
    expect(made.address("10.1.2.3")).toMatch(/^10\./);
    expect(made.address("192.168.7.9")).toMatch(/^192\.168\./);
    expect(made.address("172.20.1.1")).toMatch(/^172\.(1[6-9]|2\d|3[01])\./);
    expect(made.address("169.254.3.4")).toBe("169.254.3.4");
    expect(made.address("fe80::250:56ff:fe80:1")).toMatch(/^fe80:/);
    expect(made.address("::1")).toBe("0:0:0:0:0:0:0:1");
    expect(made.address("00:50:56:80:01:f4")).toMatch(/^00:50:56:[0-9a-f:]{8}$/);
  });
});

describe("an anonymised import", () => {
  const NOW = "2025-06-17T08:00:00Z";
  const estate = generateEstate({ vmCount: 120, exportedAtIso: "2025-06-16T08:00:00Z" });

  it("says nothing of the names, and joins as before", async () => {
    const source = () =>
      rvtoolsWorkbookBuffer(estate).then((bytes) => sourceOfBytes("a.xlsx", bytes));
    const plain = await readExport([await source()], { nowIso: NOW });
    const { inventory } = await readExport([await source()], { nowIso: NOW, anonymiseKey: "k" });
    if (plain.inventory === null || inventory === null) throw new Error("no inventory");
    const text = JSON.stringify(inventory);
    for (const vm of plain.inventory.vms) {
      if (/^vCLS|hcx/i.test(vm.name)) continue;
      expect(text).not.toContain(JSON.stringify(vm.name));
      if (vm.primaryIpAddress !== null) expect(text).not.toContain(`"${vm.primaryIpAddress}"`);
    }
    for (const host of plain.inventory.hosts) expect(text).not.toContain(`"${host.name}"`);
    expect(text).not.toContain("icn1");
    // Keys, states and sizes are the same, so what is set aside and what readiness counts is the same.
    expect(inventory.vms.map(({ key, cpus, setAside }) => [key, cpus, setAside])).toEqual(
      plain.inventory.vms.map(({ key, cpus, setAside }) => [key, cpus, setAside]),
    );
    const hosts = new Set(inventory.hosts.map(({ name }) => name));
    expect(inventory.vms.every(({ host }) => host === null || hosts.has(host))).toBe(true);
    expect(new Set(inventory.vms.map(({ name }) => name)).size).toBe(
      new Set(plain.inventory.vms.map(({ name }) => name)).size,
    );
    const datastores = new Set(inventory.datastores.map(({ name }) => name));
    for (const { path } of inventory.vms.flatMap(({ disks }) => disks)) {
      const datastore = /^\[([^\]]*)\]/.exec(path ?? "")?.[1];
      if (datastore) expect(datastores).toContain(datastore);
    }
    const networks = new Set(inventory.portGroups.map(({ name }) => name));
    const ofPlain = new Set(plain.inventory.portGroups.map(({ name }) => name));
    const joined = (vms: typeof inventory.vms, names: ReadonlySet<string>) =>
      vms.flatMap(({ nics }) => nics).filter(({ network }) => names.has(network ?? "")).length;
    expect(joined(inventory.vms, networks)).toBe(joined(plain.inventory.vms, ofPlain));
    expect(inventory.health.map(({ kind }) => kind)).toEqual(
      plain.inventory.health.map(({ kind }) => kind),
    );
    const zombies = (messages: typeof inventory.health) =>
      messages.filter(({ message }) => /zombie|orphan/i.test(message ?? "")).length;
    expect(zombies(inventory.health)).toBe(zombies(plain.inventory.health));
  });
});
