import { join, resolve } from "node:path";

/** Where everything that must survive lives: database, secret, uploads in progress. */
export function dataDirectory(): string {
  return resolve(/* turbopackIgnore: true */ process.env.LANDFALL_DATA_DIR ?? "data");
}

export function databaseUrl(): string {
  return process.env.DATABASE_URL ?? `file:${join(dataDirectory(), "landfall.db")}`;
}

export function uploadDirectory(): string {
  return join(dataDirectory(), "uploads");
}

/** The folder with the bundled workers, made by `scripts/bundle.mjs`. */
export function bundleDirectory(): string {
  return resolve(/* turbopackIgnore: true */ process.env.LANDFALL_DIST_DIR ?? "dist");
}

/** Bytes that one upload may have; 1 GiB holds a workbook of well over 500,000 VMs. */
export const UPLOAD_LIMIT_BYTES = 1024 ** 3;

/** @throws when `npm start` has not prepared the secret. */
export function authSecret(): string {
  const secret = process.env.BETTER_AUTH_SECRET;
  if (!secret || secret.length < 32) {
    throw new Error(
      "BETTER_AUTH_SECRET is missing or shorter than 32 characters: run `npm start`.",
    );
  }
  return secret;
}
