const yearSeconds = 31_536_000;

/** Keeps a display preference where the server reads it while it builds the page. */
export function setPreferenceCookie(name: "locale" | "nav", value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox ESR and Safari 18.
  document.cookie = `${name}=${value}; path=/; max-age=${yearSeconds}; samesite=lax`;
}
