/** A kind of secret that free text was found to hold. */
export type SecretKind = "password" | "key" | "connectionString" | "privateKey";

export const MASK = "••••••";

interface SecretPattern {
  kind: SecretKind;
  pattern: RegExp;
}

/**
 * Words that announce a secret, and what follows them up to a blank or quote. Each pattern keeps the word (group 1)
 * and loses the value. The repetitions are bounded, so that no annotation makes them slow.
 */
const PATTERNS: readonly SecretPattern[] = [
  {
    kind: "privateKey",
    pattern: /(-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----)[\s\S]{1,8000}?(?=-----END|$)/g,
  },
  {
    kind: "connectionString",
    pattern: /(\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/]{1,80}:)[^\s@/]{1,200}(?=@)/gi,
  },
  {
    kind: "key",
    pattern:
      /(\b(?:api[-_ ]?key|access[-_ ]?key|account[-_ ]?key|secret[-_ ]?key|client[-_ ]?secret|secret|token)\s{0,3}(?:[:=]|\bis\b)\s{0,3})("[^"]{1,200}"|'[^']{1,200}'|[^\s"',;]{2,400})/gi,
  },
  {
    kind: "password",
    pattern:
      /((?:\b|_)(?:pass(?:word|wd|phrase|code)?|pwd|pw|kennwort|passwort|mot de passe|contrase(?:ñ|n)a)\d?\s{0,3}(?:[:=]|\bis\b|->)\s{0,3})("[^"]{1,200}"|'[^']{1,200}'|[^\s"',;]{1,200})/gi,
  },
  {
    kind: "password",
    pattern:
      /((?:비밀\s?번호|패스워드|암호|비번)\s{0,3}(?:[:=]|은|는)\s{0,3}[:=]?\s{0,3})([!-~]{2,200})/g,
  },
  // `root / s3cret!`, `admin:Passw0rd`: an account that everybody knows with letters and digits behind it.
  // A name or an e-mail address there is whom to ask.
  {
    kind: "password",
    pattern:
      /(\b(?:root|admin|administrator|sa|sysadmin)\s?[:/]\s?)(?!\S{0,80}@\S{0,80}\.)(?=\S{0,80}[A-Za-z])(?=\S{0,80}[\d!#$%^&*])([^\s"',;/\\]{4,200})/gi,
  },
];

/** Long texts are cut before they are searched: vCenter Server's own notes are short. */
const MAX_SEARCHED = 20_000;

/**
 * Replaces every value that looks like a secret by a mask of fixed length, so that not even its length is kept.
 * What is found is named by kind, for the report.
 */
export function maskSecrets(text: string): { text: string; kinds: SecretKind[] } {
  const kinds = new Set<SecretKind>();
  let masked = text.slice(0, MAX_SEARCHED);
  for (const { kind, pattern } of PATTERNS) {
    masked = masked.replace(pattern, (whole, lead: string, value?: string) => {
      if (value === MASK || whole.endsWith(MASK)) return whole;
      kinds.add(kind);
      return `${lead}${MASK}`;
    });
  }
  return { text: masked, kinds: [...kinds] };
}

const SECRET_NAME =
  /(?:^|[^a-z])(?:pass(?:word|wd|phrase|code)|pwd|kennwort|passwort|contrase(?:ñ|n)a|secret|token|api[-_ ]?key|access[-_ ]?key)(?:$|[^a-z])|비밀\s?번호|패스워드|암호|비번/i;

/**
 * Masks the value of a named field: all of it where the name announces a secret, as a custom attribute "root
 * password" does, else what looks like one inside it.
 */
export function maskNamed(name: string, text: string): { text: string; kinds: SecretKind[] } {
  return SECRET_NAME.test(name) ? { text: MASK, kinds: ["password"] } : maskSecrets(text);
}
