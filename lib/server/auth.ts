import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { PASSWORD_LENGTH } from "@/lib/account/password-length";
import { database } from "./database";
import { authSecret } from "./environment";

function createAuth() {
  return betterAuth({
    appName: "Landfall",
    secret: authSecret(),
    // Any host name may lead here; who may write is decided by comparing it with the Origin (route.ts).
    baseURL: process.env.LANDFALL_URL ?? { allowedHosts: ["*"] },
    basePath: "/api/auth",
    database: prismaAdapter(database(), { provider: "sqlite", transaction: false }),
    // Accounts are made by the set-up page and by an Owner, never by a visitor.
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.minimum,
    },
    user: {
      additionalFields: { role: { type: "string", defaultValue: "Reader", input: false } },
    },
    session: { expiresIn: 60 * 60 * 24 * 7, updateAge: 60 * 60 * 24 },
    // Our own limiter runs before better-auth's: it counts by address of the account, which a client cannot forge.
    rateLimit: { enabled: false },
    trustedOrigins: (request) => (request ? [requestOrigin(request)] : []),
    // By default a production build makes every cookie Secure: Safari drops those of http://localhost, and every
    // browser those of a plain address in the local network, so that signing in would seem to do nothing.
    advanced: { useSecureCookies: process.env.LANDFALL_URL?.startsWith("https:") ?? false },
    telemetry: { enabled: false },
  });
}

/** The origin under which the browser sees us, from the Host header that it sent. */
export function requestOrigin(request: Request): string {
  const configured = process.env.LANDFALL_URL;
  if (configured) return new URL(configured).origin;
  const url = new URL(request.url);
  const protocol = request.headers.get("x-forwarded-proto")?.split(",")[0]?.trim();
  return `${protocol ?? url.protocol.replace(":", "")}://${request.headers.get("host") ?? url.host}`;
}

const LOCAL_NAMES: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Whether the browser means this server by the name that it used. Bound to this machine, only its own names
 * can; with HOST or LANDFALL_URL set, whoever runs it decides who can get here.
 */
export function isOwnHost(request: Request): boolean {
  const { HOST, LANDFALL_URL } = process.env;
  if (LANDFALL_URL || (HOST && HOST !== "127.0.0.1")) return true;
  const host = request.headers.get("host") ?? new URL(request.url).host;
  return LOCAL_NAMES.has(host.replace(/:\d+$/, "").toLowerCase());
}

type Auth = ReturnType<typeof createAuth>;
const holder = globalThis as { landfallAuth?: Auth };

export function auth(): Auth {
  holder.landfallAuth ??= createAuth();
  return holder.landfallAuth;
}
