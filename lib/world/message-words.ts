/** Values of a message as its sentence takes them. */
export type MessageValues = Record<string, string | number>;

/** The reader's texts by their dotted keys. */
export interface Texts {
  (key: string, values?: MessageValues): string;
  has: (key: string) => boolean;
}

/** Values that hold a closed word of the product and not a name that somebody gave. */
const WORD_KEYS = ["id", "kind", "service", "state", "subject", "type", "use"] as const;

/** Closed words are single identifiers; anything else is somebody's name. */
const IDENTIFIER = /^\w+$/;

/** Puts the reader's words in the place of closed words, so that sentences can state them. */
export function wordsOf(texts: Texts, values: Readonly<Record<string, unknown>>): MessageValues {
  const shown: MessageValues = {};
  for (const [name, value] of Object.entries(values)) {
    shown[name] = typeof value === "number" ? value : String(value);
  }
  for (const key of WORD_KEYS) {
    const value = shown[key];
    if (typeof value !== "string" || !IDENTIFIER.test(value)) continue;
    const place = [`world.words.${value}`, `setup-pages.states.${value}`].find(texts.has);
    if (place) shown[key] = texts(place);
  }
  return shown;
}

/** Where the sentences of the world and of the migrations lie, in the order in which they are looked up. */
const PLACES = [
  (code: string) => `world.messages.${code}`,
  (code: string) => `failures.${code}.message`,
];

/** A message's code and values as a sentence of the reader's language. */
export function boardSentence(
  texts: Texts,
  { code, values }: { code: string; values: Readonly<Record<string, unknown>> },
): string {
  const place = PLACES.map((build) => build(code)).find(texts.has);
  return place ? texts(place, wordsOf(texts, values)) : texts("board.unknownMessage", { code });
}
