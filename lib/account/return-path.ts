/** Stands for this server while a path is resolved: what leads elsewhere gets another origin. */
const HERE = "http://here.invalid";

/**
 * Where to go after signing in: `next` when it is a path of ours, else the first page. Resolved as a browser
 * resolves it, because `//elsewhere`, `/\elsewhere` and a tab in between all lead to another site.
 */
export function returnPathOf(next: unknown): string {
  if (typeof next !== "string" || !next.startsWith("/") || !URL.canParse(next, HERE)) return "/";
  const { origin, pathname, search, hash } = new URL(next, HERE);
  // A path may still begin with two slashes after dots are resolved: `/.//elsewhere`.
  const isOurs = origin === HERE && !pathname.startsWith("//");
  return isOurs ? `${pathname}${search}${hash}` : "/";
}
