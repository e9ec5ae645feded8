import type { FieldSpec, FormValues } from "./field-spec";

/** Reads `underlay.mtuBytes` out of nested values; undefined where there is nothing. */
export function valueAt(values: FormValues, path: string): unknown {
  let current: unknown = values;
  for (const part of path.split(".")) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as FormValues)[part];
  }
  return current;
}

/** The same values with one of them changed; nothing that was there is changed in place. */
export function withValueAt(values: FormValues, path: string, value: unknown): FormValues {
  const [first = "", ...rest] = path.split(".");
  if (rest.length === 0) return { ...values, [first]: value };
  const inner = values[first];
  const nested = typeof inner === "object" && inner !== null ? (inner as FormValues) : {};
  return { ...values, [first]: withValueAt(nested, rest.join("."), value) };
}

/** What a field holds before anybody entered anything. */
function blank(field: FieldSpec): unknown {
  switch (field.control) {
    case "fixed":
      return field.value;
    case "switch":
      return false;
    case "multiSelect":
      return [];
    case "number":
    case "percent":
      return "";
    case "select":
      return null;
    case "text":
      return "";
  }
}

/** A form's first values: the prefilled payload where it has them, blanks elsewhere. */
export function initialValues(
  fields: readonly FieldSpec[],
  prefilled: FormValues | null,
): FormValues {
  let values: FormValues = {};
  for (const field of fields) {
    const known = prefilled ? valueAt(prefilled, field.path) : undefined;
    const isBlank = known === undefined || (known === null && field.control === "text");
    values = withValueAt(values, field.path, isBlank ? blank(field) : known);
  }
  return values;
}

/** What is sent: fields that are not shown take their hidden value, empty optional ones are null. */
export function payloadOf(fields: readonly FieldSpec[], values: FormValues): FormValues {
  let payload: FormValues = {};
  for (const field of fields) {
    const shown = field.when === undefined || field.when(values);
    const value = shown ? valueAt(values, field.path) : (field.hiddenValue ?? null);
    const isEmpty = field.control === "text" && field.nullable && value === "";
    payload = withValueAt(payload, field.path, isEmpty ? null : value);
  }
  return payload;
}

/** The field at which a problem is shown: a problem inside a list belongs to the list's field. */
export function fieldOfProblem(fields: readonly FieldSpec[], path: string): string | null {
  const inPayload = path.replace(/^payload\./, "");
  const owner = fields.find(
    (field) => inPayload === field.path || inPayload.startsWith(`${field.path}.`),
  );
  return owner?.path ?? null;
}
