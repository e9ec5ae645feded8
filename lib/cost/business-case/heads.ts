import type { FieldKey } from "./fields";
import type { HeadRow } from "./schema";
import type { FieldValues } from "./values";

/** Reads fields and remembers the first that is not known. */
class FieldReader {
  missing: FieldKey | null = null;

  constructor(private readonly values: FieldValues) {}

  /** The value, or 0 with the field noted as missing: the amount is then thrown away. */
  read(key: FieldKey): number {
    const { value } = this.values[key];
    if (value === null) this.missing ??= key;
    return value ?? 0;
  }
}

/** A line of the table: the amounts of `formula` by year, or what it lacks. */
export function headRow<THead extends string>(
  head: THead,
  values: FieldValues,
  years: number,
  formula: (field: (key: FieldKey) => number, year: number) => number,
): HeadRow<THead> {
  const reader = new FieldReader(values);
  const amounts = Array.from({ length: years }, (_, year) =>
    formula((key) => reader.read(key), year),
  );
  return reader.missing === null
    ? { head, years: amounts, missing: null }
    : { head, years: null, missing: reader.missing };
}
