/**
 * Text and serial numbers of exports into values. What a file does not say unambiguously (is `1,5` one and a
 * half, is `3/4/2025` in March) is decided once per file from all of its values, never per cell: the reader
 * keeps votes here, and reads the file again when the votes contradict what was assumed.
 */

export type DecimalMark = "point" | "comma";
export type DateOrder = "monthFirst" | "dayFirst";

export interface LocaleAssumption {
  decimal: DecimalMark;
  dateOrder: DateOrder;
}

export const DEFAULT_LOCALE: LocaleAssumption = { decimal: "point", dateOrder: "monthFirst" };

/** What the values of a file say of its locale, gathered while they are parsed. */
export class LocaleVotes {
  pointDecimals = 0;
  commaDecimals = 0;
  /** Numbers whose meaning depends on the assumption. */
  ambiguousNumbers = 0;
  monthsFirst = 0;
  daysFirst = 0;
  ambiguousDates = 0;

  constructor(readonly assumed: LocaleAssumption) {}

  /** The locale that the votes speak for; the assumption where they are silent. */
  decided(): LocaleAssumption {
    const decimal =
      this.commaDecimals === this.pointDecimals
        ? this.assumed.decimal
        : this.commaDecimals > this.pointDecimals
          ? "comma"
          : "point";
    const dateOrder =
      this.daysFirst === this.monthsFirst
        ? this.assumed.dateOrder
        : this.daysFirst > this.monthsFirst
          ? "dayFirst"
          : "monthFirst";
    return { decimal, dateOrder };
  }

  /** Whether values were read under an assumption that the file as a whole contradicts. */
  mustReadAgain(): boolean {
    const decided = this.decided();
    return (
      (decided.decimal !== this.assumed.decimal && this.ambiguousNumbers > 0) ||
      (decided.dateOrder !== this.assumed.dateOrder && this.ambiguousDates > 0)
    );
  }
}

const PLAIN_NUMBER = /^-?\d{1,15}$/;
const SCIENTIFIC = /^[+-]?\d{1,15}(?:[.,]\d{1,20})?[eE][+-]?\d{1,3}$/;
const SEPARATED = /^[+-]?[\d.,]{1,32}$/;

/**
 * A number as exports write it: `0%` is 0, `3.125E-2` is 0.03125, `1,546.6` is 1546.6, and `1,5` is 1.5 in a
 * file with decimal commas. Null for what is no number.
 */
export function parseNumberText(text: string, votes: LocaleVotes): number | null {
  if (PLAIN_NUMBER.test(text)) return Number(text);
  const bare = text.replace(/[\s%\u00a0\u202f']/g, "");
  if (PLAIN_NUMBER.test(bare)) return Number(bare);
  if (SCIENTIFIC.test(bare)) return Number(bare.replace(",", "."));
  if (!SEPARATED.test(bare)) return null;
  return parseSeparated(bare, votes);
}

function parseSeparated(text: string, votes: LocaleVotes): number | null {
  const points = text.split(".").length - 1;
  const commas = text.split(",").length - 1;
  const mark = decimalMarkOf(text, points, commas, votes);
  const decimal = mark === "point" ? "." : ",";
  const group = mark === "point" ? "," : ".";
  if (text.includes(group) && !isGrouped(text.split(decimal, 1)[0] ?? "", group)) return null;
  const plain = text.replaceAll(group, "").replace(decimal, ".");
  const value = Number(plain);
  return plain === "" || Number.isNaN(value) ? null : value;
}

/**
 * Whether marks stand where thousands are grouped: the last group has three digits, those before it two (as India
 * writes) or three. `1.2.3` is a version and `10.0.0.1` an address, and neither is a number.
 */
function isGrouped(whole: string, mark: string): boolean {
  const [first = "", ...groups] = whole.replace(/^[+-]/, "").split(mark);
  const last = groups.pop();
  return (
    /^\d{1,3}$/.test(first) &&
    (last === undefined || /^\d{3}$/.test(last)) &&
    groups.every((digits) => /^\d{2,3}$/.test(digits))
  );
}

function decimalMarkOf(
  text: string,
  points: number,
  commas: number,
  votes: LocaleVotes,
): DecimalMark {
  if (points > 0 && commas > 0) {
    const mark = text.lastIndexOf(".") > text.lastIndexOf(",") ? "point" : "comma";
    vote(mark, votes);
    return mark;
  }
  // Repeated, a mark can only group: `1.234.567`.
  if (points > 1) return "comma";
  if (commas > 1) return "point";
  const mark: DecimalMark = points === 1 ? "point" : "comma";
  const digits = text.length - 1 - Math.max(text.indexOf("."), text.indexOf(","));
  const mayGroup = digits === 3 && /^[+-]?[1-9]\d{0,2}[.,]/.test(text);
  if (mayGroup) {
    votes.ambiguousNumbers += 1;
    return votes.assumed.decimal;
  }
  vote(mark, votes);
  return mark;
}

function vote(mark: DecimalMark, votes: LocaleVotes): void {
  if (mark === "point") votes.pointDecimals += 1;
  else votes.commaDecimals += 1;
}

const TRUE_WORDS = new Set([
  "true",
  "yes",
  "1",
  "b1",
  "wahr",
  "ja",
  "vrai",
  "oui",
  "verdadero",
  "sí",
  "참",
  "예",
]);
const FALSE_WORDS = new Set([
  "false",
  "no",
  "0",
  "b0",
  "falsch",
  "nein",
  "faux",
  "non",
  "falso",
  "거짓",
  "아니요",
]);

/** A boolean in the spellings of RVTools, Excel and re-saved files; null for anything else. */
export function parseFlagText(text: string): boolean | null {
  if (text === "False") return false;
  if (text === "True") return true;
  const word = text.toLowerCase();
  if (TRUE_WORDS.has(word)) return true;
  return FALSE_WORDS.has(word) ? false : null;
}

const DAY_MS = 86_400_000;
/** Serial 0 is 1899-12-30 in the 1900 system (which believes in 29 February 1900), 1904-01-01 in the other. */
const EPOCH_1900_MS = Date.UTC(1899, 11, 30);
const EPOCH_1904_MS = Date.UTC(1904, 0, 1);
/** Serial of 9999-12-31, the last day that Excel shows. */
const LAST_SERIAL = 2_958_465;

/** An Excel serial date as local time, `2024-03-01T09:30:00`; null outside Excel's calendar. */
export function serialToIso(serial: number, date1904: boolean): string | null {
  if (!(serial >= 0 && serial < LAST_SERIAL + 1)) return null;
  const epoch = date1904 ? EPOCH_1904_MS : EPOCH_1900_MS;
  // Serials 1 to 59 are a day later than arithmetic says: the 1900 system has a 29 February that never was.
  const days = !date1904 && serial < 60 ? serial + 1 : serial;
  const ms = Math.round((epoch + days * DAY_MS) / 1000) * 1000;
  return new Date(ms).toISOString().slice(0, 19);
}

/** `2024-03-01`, `2024/3/1`, `2024. 3. 1.`, `2024년 3월 1일`, `2024年3月1日`. */
const YEAR_FIRST = /^(\d{4})[-/.년年]\s?(\d{1,2})[-/.월月]\s?(\d{1,2})(?:[.일日])?(?:[T ]+(.*))?$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4})(?:[T ,]+(.*))?$/;
const TIME =
  /^(?:(오전|오후|AM|PM)\s*)?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d{1,9})?)?\s*(AM|PM|Z|[+-]\d{2}:?\d{2})?$/i;

/** A date in text, in any of the orders that exports use, as ISO 8601; null for what is none. */
export function parseDateText(text: string, votes: LocaleVotes): string | null {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    return isoOf(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]), yearFirst[4]);
  }
  const yearLast = YEAR_LAST.exec(text);
  if (yearLast === null) return null;
  const first = Number(yearLast[1]);
  const second = Number(yearLast[3]);
  const dayFirst = yearLast[2] === "." || isDayFirst(first, second, votes);
  const [month, day] = dayFirst ? [second, first] : [first, second];
  return isoOf(Number(yearLast[4]), month, day, yearLast[5]);
}

function isDayFirst(first: number, second: number, votes: LocaleVotes): boolean {
  if (first > 12) {
    votes.daysFirst += 1;
    return true;
  }
  if (second > 12) {
    votes.monthsFirst += 1;
    return false;
  }
  if (first !== second) votes.ambiguousDates += 1;
  return votes.assumed.dateOrder === "dayFirst";
}

function isoOf(year: number, month: number, day: number, time: string | undefined): string | null {
  if (year < 1900 || month < 1 || month > 12 || day < 1) return null;
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (time === undefined || time.trim() === "") return `${date}T00:00:00`;
  const match = TIME.exec(time.trim());
  if (match === null) return null;
  let hour = Number(match[2]);
  const half = (match[1] ?? match[5] ?? "").toUpperCase();
  if ((half === "PM" || half === "오후") && hour < 12) hour += 12;
  if ((half === "AM" || half === "오전") && hour === 12) hour = 0;
  if (hour > 23 || Number(match[3]) > 59) return null;
  const local = `${date}T${pad(hour)}:${match[3]}:${match[4] ?? "00"}`;
  const zone = match[5] ?? "";
  if (!/^(Z|[+-])/i.test(zone)) return local;
  const ms = Date.parse(
    `${local}${zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone}`,
  );
  return Number.isNaN(ms) ? local : `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}
