import { describe, expect, it } from "vitest";
import { groupName, namePartCounts } from "./group-name";

const estate = [
  "icn1-shop-web01",
  "icn1-shop-app01",
  "icn1-shop-db01",
  "icn1-hr-web01",
  "icn1-hr-app01",
  "icn1-mail-01",
  "icn1-mail-02",
  "icn1-print-01",
  "icn1-file-01",
  "icn1-file-02",
  "icn1-dns-01",
  "icn1-ntp-01",
];

describe("a suggested group's name", () => {
  const counts = namePartCounts(estate);

  it("is the part that its servers share and the estate does not", () => {
    expect(groupName(estate.slice(0, 3), counts, estate.length)).toBe("shop");
    expect(groupName(["icn1-hr-web01", "icn1-hr-app01"], counts, estate.length)).toBe("hr");
  });

  it("is none when they share only what all have", () => {
    expect(
      groupName(["icn1-dns-01", "icn1-ntp-01", "icn1-print-01"], counts, estate.length),
    ).toBeNull();
  });
});
