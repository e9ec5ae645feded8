import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { ERROR_STATUS } from "@/lib/errors/schema";
import { formats } from "./formats";
import { type Locale, loadMessages, locales, namespaces, negotiateLocale } from "./load";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** Texts by their dotted key, for instance `actions.save`. */
function textsOf(locale: Locale, namespace: string): Map<string, string> {
  const texts = new Map<string, string>();
  const walk = (value: unknown, path: string) => {
    if (typeof value === "string") texts.set(path, value);
    else if (typeof value === "object" && value !== null) {
      for (const [key, child] of Object.entries(value)) walk(child, path ? `${path}.${key}` : key);
    } else throw new Error(`${locale}/${namespace}.json: ${path} is neither text nor object`);
  };
  walk(JSON.parse(readFileSync(`${folder}${locale}/${namespace}.json`, "utf8")), "");
  return texts;
}

/** The argument names of an ICU message at any depth; the words inside plural branches are none. */
function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  for (const match of text.matchAll(/<([A-Za-z]\w*)>/g)) names.add(`<${match[1]}>`);
  let at = 0;
  const readMessage = (): void => {
    for (; at < text.length && text[at] !== "}"; at += 1) {
      if (text[at] === "{") readArgument();
    }
  };
  const readArgument = (): void => {
    const head = /^\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?/.exec(text.slice(at));
    if (!head) throw new Error(`not an argument at ${at}: ${text}`);
    names.add(head[1] ?? "");
    at += head[0].length;
    const hasBranches = /^(plural|select|selectordinal)$/.test(head[2] ?? "");
    for (; at < text.length && text[at] !== "}"; at += 1) {
      if (hasBranches && text[at] === "{") {
        at += 1;
        readMessage();
      }
    }
  };
  readMessage();
  return [...names].sort();
}

const filesOf = (locale: Locale) =>
  readdirSync(`${folder}${locale}`)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""))
    .sort();

/** Names that Korean engineers write as they are: products, roles, states, units, protocols. */
const sameInBothLanguages =
  /\b(Landfall|VMware|vSphere|vCenter|vSAN|vMotion|ESXi?|NSX(-T)?|HCX|RAV|AVS|SDDC|RVTools|Live ?Optics|Azure|Migrate|Microsoft|ExpressRoute|VNet|English|Reader|Contributor|Owner|AVS?\d+P?|RAID-?\d*|FTT-?\d*|vCPUs?|CPU|GPU|RAM|RAC|RPO|MTU|NIC|IOPS|VMs?|DNS|NTP|DHCP|FQDN|CIDR|IP|IPv4|URL|ID|SKU|IX|NE|WO|SRM|vCLS|RDM|CBT|EVC|ISO|CSV|XLSX|ZIP|PDF|OK|GHz|MHz|[KMGT]i?B|[KMG]bps|ms|P\d\d|Windows|Linux|SQL|Server|Bulk|Cold|Assisted|OS|VMkernel|VMDK|PCI|USB|SR-IOV|Active|Directory|Bastion|Key|Vault|Tools|SHA|Replication|Space|Red|Hat|Migration|Go|VPN|Extension|Network|Mbps|Connector|Cloud|Manager|Oracle|GatewaySubnet|CentOS|Mobility|Optimized|Networking|OSAM|HAV|SUSE|Debian|Ubuntu|Solaris|FreeBSD|DRS|BIOS|EFI|Fault|HA|Tolerance)\b/g;

describe.each(namespaces)("the texts of %s", (namespace) => {
  const english = textsOf("en", namespace);
  const korean = textsOf("ko", namespace);

  it("exist in both languages", () => {
    expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("are never empty, nor end in a space", () => {
    for (const [key, text] of [...english, ...korean]) {
      expect(text.trim(), key).not.toBe("");
      expect(text, key).toBe(text.trim());
    }
  });

  it("take the same arguments in both languages", () => {
    for (const [key, text] of english) {
      expect(argumentsOf(korean.get(key) ?? ""), key).toEqual(argumentsOf(text));
    }
  });

  it("are in Korean where they are not names", () => {
    for (const [key, text] of korean) {
      if (/[가-힣]/.test(text)) continue;
      const rest = text.replace(/\{[^}]*\}/g, "").replace(sameInBothLanguages, "");
      expect(rest.match(/[A-Za-z]{2,}/g) ?? [], `${key}: ${text}`).toEqual([]);
    }
  });
});

describe("argumentsOf", () => {
  it("tells an argument from the words of a branch", () => {
    expect(
      argumentsOf("{a} of {n, plural, =0 {none} one {# {unit}} other {many}} <b>x</b>"),
    ).toEqual(["<b>", "a", "n", "unit"]);
  });
});

describe("the namespaces", () => {
  it.each(locales)("are the files of %s, no more and no fewer", (locale) => {
    expect(filesOf(locale)).toEqual([...namespaces].sort());
  });

  it("load under their names", async () => {
    expect(Object.keys(await loadMessages("ko")).sort()).toEqual([...namespaces].sort());
  });

  it("have a sentence for every error code of the server", () => {
    const texts = textsOf("en", "errors");
    const missing = Object.keys(ERROR_STATUS).filter((code) => !texts.has(`codes.${code}`));
    expect(missing).toEqual([]);
  });
});

describe("the styles of numbers and dates", () => {
  // What formats compiled messages in the browser knows these and no others.
  it.each(locales)("that the texts of %s name are those of formats.ts", (locale) => {
    const named = namespaces.flatMap((namespace) =>
      [...textsOf(locale, namespace).values()].flatMap((text) =>
        [...text.matchAll(/\{\s*\w+\s*,\s*(number|date|time)\s*,\s*(\w+)\s*\}/g)].map(
          ([, kind, style = ""]) => ({ kind: kind === "number" ? "number" : "dateTime", style }),
        ),
      ),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const { kind, style } of named) expect(formats).toHaveProperty([kind, style]);
  });
});

describe("negotiateLocale", () => {
  it("takes the cookie over the browser's list", () => {
    expect(negotiateLocale("ko", "en-US,en;q=0.9")).toBe("ko");
  });

  it("takes the language with the greatest weight that we have", () => {
    expect(negotiateLocale(undefined, "fr;q=1, ko-KR;q=0.8, en;q=0.5")).toBe("ko");
    expect(negotiateLocale(undefined, "en;q=0.3,ko;q=0.9")).toBe("ko");
    expect(negotiateLocale(undefined, "ko;q=0, en;q=0.1")).toBe("en");
  });

  it("falls back to English for everything else", () => {
    for (const header of [null, "", "de", "*", ";;;"]) {
      expect(negotiateLocale("xx", header)).toBe("en");
    }
  });
});
