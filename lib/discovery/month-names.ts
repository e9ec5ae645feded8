/**
 * Names of months as vCenter Server and VMware Aria Operations write them in the languages of their interfaces
 * (English, German, French, Spanish, Japanese, Korean, Chinese), short and long, without full stops. Japanese,
 * Korean and Chinese number them: `6월`, `6月`.
 */
const NAMES = [
  ["jan", "january", "januar", "janvier", "janv", "enero", "ene", "jänner"],
  ["feb", "february", "februar", "février", "févr", "fevr", "febrero"],
  ["mar", "march", "märz", "mär", "mrz", "mars", "marzo"],
  ["apr", "april", "avril", "avr", "abril", "abr"],
  ["may", "mai", "mayo"],
  ["jun", "june", "juni", "juin", "junio"],
  ["jul", "july", "juli", "juillet", "juil", "julio"],
  ["aug", "august", "août", "aout", "agosto", "ago"],
  ["sep", "sept", "september", "septembre", "septiembre"],
  ["oct", "october", "oktober", "okt", "octobre", "octubre"],
  ["nov", "november", "novembre", "noviembre"],
  ["dec", "december", "dezember", "dez", "décembre", "déc", "diciembre", "dic"],
] as const;

const NUMBER_OF = new Map<string, number>(
  NAMES.flatMap((names, index) => names.map((name): [string, number] => [name, index + 1])),
);

/** `12-Jun-2025`, `12. Juni 2025`, `12 juin 2025 à`. */
const DAY_FIRST = /^(\d{1,2})[.\s-]*(?:de\s+)?(\p{L}+)\.?[\s,-]*(?:de\s+)?(\d{4})/u;
/** `Jun 12, 2025`, `Thursday, June 12, 2025`. */
const MONTH_FIRST = /^(?:\p{L}+,?\s+)?(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})/u;
/** `2025년 6월 12일`, `2025年6月12日`. */
const NUMBERED = /^(\d{4})\s*[년年]\s*(\d{1,2})\s*[월月]\s*(\d{1,2})\s*[일日]/;
/** `2025-Jun-12`. */
const YEAR_FIRST = /^(\d{4})[\s-](\p{L}+)\.?[\s-](\d{1,2})/u;

/** A date whose month has a name with the month as a number and the year in front; any other text as it is. */
export function monthNamesToNumbers(text: string): string {
  if (/^\d[\d\s:./TZ+-]*$/.test(text)) return text;
  const numbered = NUMBERED.exec(text);
  if (numbered) return rebuilt(text, numbered[0], numbered[1], Number(numbered[2]), numbered[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return rebuilt(text, dayFirst[0], dayFirst[3], monthOf(dayFirst[2]), dayFirst[1]);
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst)
    return rebuilt(text, yearFirst[0], yearFirst[1], monthOf(yearFirst[2]), yearFirst[3]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) {
    return rebuilt(text, monthFirst[0], monthFirst[3], monthOf(monthFirst[1]), monthFirst[2]);
  }
  return text;
}

function monthOf(name: string | undefined): number | undefined {
  return NUMBER_OF.get((name ?? "").toLowerCase());
}

function rebuilt(
  text: string,
  matched: string,
  year: string | undefined,
  month: number | undefined,
  day: string | undefined,
): string {
  if (month === undefined) return text;
  const time = text
    .slice(matched.length)
    .replace(/^[\s,T]*(?:à|at|um|a las)?\s*/u, "")
    .replace(/(\d)\s*([ap])\.?\s?m\.?$/i, "$1 $2m");
  return `${year}-${month}-${day}${time === "" ? "" : ` ${time}`}`;
}
