import { type NextRequest, NextResponse } from "next/server";

/**
 * The Content-Security-Policy of pages, with a nonce for each. All other headers, and the policy of what is no
 * page, are in next.config.ts. Authorisation is never decided here: each handler and page does its own.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = contentSecurityPolicy(nonce);
  const requestHeaders = new Headers(request.headers);
  requestHeaders.set("x-nonce", nonce);
  requestHeaders.set("content-security-policy", policy);
  requestHeaders.set("x-landfall-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);

  const response = NextResponse.next({ request: { headers: requestHeaders } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Mantine and Recharts set sizes by style attributes, hence 'unsafe-inline' for styles alone. */
function contentSecurityPolicy(nonce: string): string {
  const isDevelopment = process.env.NODE_ENV === "development";
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // The bundler may start a worker from a blob that loads its file.
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

export const config = {
  // Handlers stay outside: before a proxy, Next keeps a request's body in memory and cuts it off at 10 MB,
  // which would break every larger upload.
  matcher: ["/((?!api/|_next/static|_next/image|icon.svg).*)"],
};
