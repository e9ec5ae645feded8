import { describe, expect, it } from "vitest";
import { groupName, namePatterns } from "./group-name";

const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => `${name}${String(index + 1).padStart(2, "0")}`);

const shop = [...numbered("icn1-shop-web", 2), "icn1-shop-db01"];
const hr = ["icn1-hr-web01", "icn1-hr-app01"];
const mes = numbered("pus1-mes-app", 3);
const wms = numbered("pus1-wms-app", 3);
const desks = numbered("pus1-desk-", 12);
const infrastructure = ["icn1-dns-01", "icn1-ntp-01", "icn1-print-01", "pus1-dns-02"];
const patterns = namePatterns([...shop, ...hr, ...mes, ...wms, ...desks, ...infrastructure]);

describe("a suggested group's name", () => {
  it("is the part that its servers share and others do not have", () => {
    expect(groupName(shop, patterns)).toBe("shop");
    expect(groupName(hr, patterns)).toBe("hr");
    // A server of another application among them changes nothing.
    expect(groupName([...shop, "icn1-hr-app01"], patterns)).toBe("shop");
    // Part of an application is still that application.
    expect(groupName(desks.slice(0, 3), patterns)).toBe("desk");
  });

  it("is not the site that all its servers stand at, nor their role", () => {
    expect(patterns.places).toEqual(new Set(["icn", "pus"]));
    expect(groupName([...mes, ...wms], patterns)).toBe("mes + wms");
  });

  it("is none when they share nothing", () => {
    const mixed = ["icn1-dns-01", "icn1-hr-app01", "pus1-desk-04", "icn1-ntp-01"];
    expect(groupName(mixed, patterns)).toBeNull();
  });

  it("is an application at the front of a name, too", () => {
    const names = [...numbered("erp-web-", 2), "erp-db-01", ...numbered("crm-web-", 2)];
    expect(groupName(names.slice(0, 3), namePatterns(names))).toBe("erp");
  });
});
