/**
 * Headers are matched by what they mean: case, blanks, punctuation and the spelling of a unit do not matter,
 * nor does the sheet's name in front of a column (RVTools' `-DBColumnNames`: `vInfoVMName`).
 */

/**
 * How a column's cells are read. `mib` and `gib` columns give MiB: their cells are scaled by the unit that the
 * header states, and where it states none they are in the unit of their kind.
 */
export type ColumnKind = "text" | "number" | "mib" | "gib" | "flag" | "date";

export interface Column {
  /** RVTools' newest spelling without blanks around it; the name that `coverage` uses. */
  readonly name: string;
  readonly kind: ColumnKind;
  /** Its spellings, folded: this one, older versions', and database names without their sheet. */
  readonly folded: readonly string[];
}

export interface SheetColumns<Key extends string = string> {
  readonly sheet: string;
  readonly columns: readonly Column[];
  /** The slot of each column, to read rows by. */
  readonly slots: Readonly<Record<Key, number>>;
  /** Folded headers of columns that RVTools is known to write and that nothing here needs. */
  readonly ignored: ReadonlySet<string>;
}

type ColumnSpec = readonly [name: string, kind: ColumnKind, ...aliases: string[]];

/** Declares the columns of a sheet that are read. Slots follow the order of declaration. */
export function sheetColumns<const Specs extends Record<string, ColumnSpec>>(
  sheet: string,
  specs: Specs,
  ignored: readonly string[] = [],
): SheetColumns<keyof Specs & string> {
  const keys = Object.keys(specs) as (keyof Specs & string)[];
  const slots = Object.fromEntries(keys.map((key, index) => [key, index]));
  const columns = keys.map((key) => {
    const [name, kind, ...aliases] = specs[key] as ColumnSpec;
    return { name, kind, folded: [name, ...aliases].map(foldHeader) };
  });
  return {
    sheet,
    columns,
    slots: slots as Record<keyof Specs & string, number>,
    ignored: new Set(ignored.map(foldHeader)),
  };
}

/** Lower case, units as `mib`, and only letters, digits, `#` and `%` left. */
export function foldHeader(header: string): string {
  return header
    .slice(0, 200)
    .replace(/\b([KMGT])i?B\b/gi, "$1ib")
    .replace(/([a-z0-9])([KMGT])i?B$/, "$1$2ib")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}#%]/gu, "");
}

const UNITS_IN_MIB: Record<string, number> = { kib: 1 / 1024, mib: 1, gib: 1024, tib: 1024 * 1024 };

export interface HeaderMatch {
  /** `slots[column]`: the slot of each column of the sheet, -1 for columns that nobody reads. */
  readonly slots: Int32Array;
  readonly slotCount: number;
  /** Multiplier per slot. */
  readonly factors: number[];
  /** Canonical names of the columns found. */
  readonly found: string[];
  readonly unknown: string[];
  /** Custom attributes with the slot that their values go to. */
  readonly customAttributes: { readonly name: string; readonly slot: number }[];
}

/** What a folded header means for a sheet: the slot of a column and the factor to its unit. */
function meaningOf(sheet: SheetColumns, folded: string): { slot: number; factor: number } | null {
  for (let slot = 0; slot < sheet.columns.length; slot += 1) {
    const column = sheet.columns[slot] as Column;
    const names = column.folded;
    const { kind } = column;
    if (kind !== "mib" && kind !== "gib") {
      if (names.includes(folded)) return { slot, factor: 1 };
      continue;
    }
    const own = UNITS_IN_MIB[kind] as number;
    if (names.includes(folded)) return { slot, factor: own };
    for (const [unit, factor] of Object.entries(UNITS_IN_MIB)) {
      const inUnit = names.some(
        (name) =>
          name.replace(kind, unit) === folded || (!name.includes(kind) && name + unit === folded),
      );
      if (inUnit) return { slot, factor };
    }
    if (names.some((name) => name.replace(kind, "") === folded)) return { slot, factor: own };
  }
  return null;
}

/**
 * Matches a header row to a sheet's columns. Unknown columns between `Annotation` and `Datacenter` (or right
 * before `Datacenter`) are custom attributes: RVTools puts them there.
 */
export function matchHeader(
  sheet: SheetColumns,
  headers: readonly (string | null)[],
  keepCustomAttributes: boolean,
): HeaderMatch {
  const prefix = foldHeader(sheet.sheet);
  const slots = new Int32Array(16_384).fill(-1);
  const factors: number[] = sheet.columns.map(() => 1);
  const found: string[] = [];
  const unmatched: number[] = [];
  const positions = new Map<string, number>();
  const taken = new Set<number>();
  headers.forEach((header, index) => {
    // A re-saved sheet may end in a header of blanks.
    if (header === null || header.trim() === "") return;
    const folded = foldHeader(header);
    const bare =
      folded.startsWith(prefix) && folded.length > prefix.length
        ? folded.slice(prefix.length)
        : null;
    positions.set(bare ?? folded, index);
    const meaning = meaningOf(sheet, folded) ?? (bare === null ? null : meaningOf(sheet, bare));
    if (meaning === null) {
      const isKnown = sheet.ignored.has(folded) || (bare !== null && sheet.ignored.has(bare));
      if (!isKnown) unmatched.push(index);
    } else if (!taken.has(meaning.slot)) {
      taken.add(meaning.slot);
      slots[index] = meaning.slot;
      factors[meaning.slot] = meaning.factor;
      found.push(sheet.columns[meaning.slot]?.name ?? header);
    }
  });
  const custom = customColumns(headers, unmatched, positions);
  const customAttributes = [...custom].map((index, order) => ({
    name: attributeName(headers[index] ?? "", sheet.sheet),
    slot: sheet.columns.length + order,
  }));
  if (keepCustomAttributes) {
    [...custom].forEach((index, order) => {
      slots[index] = sheet.columns.length + order;
    });
  }
  return {
    slots,
    slotCount: sheet.columns.length + (keepCustomAttributes ? custom.size : 0),
    factors,
    found,
    unknown: unmatched.filter((index) => !custom.has(index)).map((index) => headers[index] ?? ""),
    customAttributes,
  };
}

function customColumns(
  headers: readonly (string | null)[],
  unmatched: readonly number[],
  positions: ReadonlyMap<string, number>,
): Set<number> {
  const custom = new Set<number>();
  const annotation = positions.get("annotation");
  const datacenter = positions.get("datacenter");
  const unknown = new Set(unmatched);
  for (const index of unmatched) {
    const isTag = /^v[a-z]+_/i.test(headers[index] ?? "");
    const between =
      annotation !== undefined &&
      datacenter !== undefined &&
      index > annotation &&
      index < datacenter;
    if (isTag || between) custom.add(index);
  }
  if (annotation === undefined && datacenter !== undefined) {
    for (let index = datacenter - 1; unknown.has(index); index -= 1) custom.add(index);
  }
  return custom;
}

/** `vInfo_tags_Team` is the database name of the attribute `tags_Team`. */
function attributeName(header: string, sheet: string): string {
  const prefix = `${sheet}_`.toLowerCase();
  return header.toLowerCase().startsWith(prefix) ? header.slice(prefix.length) : header;
}

/** How many of a sheet's columns a row of texts names: what tells a header from data. */
export function headerScore(sheet: SheetColumns, texts: readonly (string | null)[]): number {
  return matchHeader(sheet, texts, false).found.length;
}

/** How many of these folded headers a sheet knows, and how many of its fields they name. */
export function knownHeaders(
  sheet: SheetColumns,
  folded: readonly string[],
): { known: number; fields: number } {
  const prefix = foldHeader(sheet.sheet);
  const fields = new Set<number>();
  let known = 0;
  for (const header of folded) {
    const isPrefixed = header.startsWith(prefix) && header.length > prefix.length;
    const bare = isPrefixed ? header.slice(prefix.length) : header;
    const meaning = meaningOf(sheet, header) ?? (isPrefixed ? meaningOf(sheet, bare) : null);
    if (meaning !== null) fields.add(meaning.slot);
    if (meaning !== null || sheet.ignored.has(header) || sheet.ignored.has(bare)) known += 1;
  }
  return { known, fields: fields.size };
}
