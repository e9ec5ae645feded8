import { describe, expect, it } from "vitest";
import type { FieldSpec } from "./field-spec";
import { fieldOfProblem, initialValues, payloadOf, withValueAt } from "./form-values";

const fields: FieldSpec[] = [
  { path: "name", control: "text" },
  { path: "dnsServer", control: "text", nullable: true },
  {
    path: "uplinkBlock",
    control: "text",
    nullable: true,
    when: (values) => values.name === "gen2",
    hiddenValue: null,
  },
  { path: "underlay.mtuBytes", control: "number" },
  { path: "services", control: "multiSelect", options: () => [] },
];

describe("the values of a set-up form", () => {
  it("start from what is prefilled and are blank elsewhere", () => {
    const values = initialValues(fields, { name: "a", underlay: { mtuBytes: 1500 } });
    expect(values).toEqual({
      name: "a",
      dnsServer: "",
      uplinkBlock: "",
      underlay: { mtuBytes: 1500 },
      services: [],
    });
  });

  it("are sent with null for empty optional fields and for fields that are not shown", () => {
    const values = { ...initialValues(fields, null), name: "gen1", uplinkBlock: "10.0.0.0/24" };
    expect(payloadOf(fields, values)).toMatchObject({ dnsServer: null, uplinkBlock: null });
    expect(payloadOf(fields, { ...values, name: "gen2" })).toMatchObject({
      uplinkBlock: "10.0.0.0/24",
    });
  });

  it("are never changed in place", () => {
    const before = { underlay: { mtuBytes: 1500 } };
    withValueAt(before, "underlay.mtuBytes", 9000);
    expect(before.underlay.mtuBytes).toBe(1500);
  });

  it("show a problem at its own field, at its list's field, or at none", () => {
    expect(fieldOfProblem(fields, "payload.underlay.mtuBytes")).toBe("underlay.mtuBytes");
    expect(fieldOfProblem(fields, "services.2")).toBe("services");
    expect(fieldOfProblem(fields, "")).toBeNull();
  });
});
