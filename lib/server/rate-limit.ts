import { RefusedError } from "@/lib/errors/schema";

interface Bucket {
  tokens: number;
  updatedMs: number;
}

interface Limit {
  /** Requests that may come at once. */
  burst: number;
  /** Seconds for one more. */
  secondsPerRequest: number;
}

/** Sign-in: 10 at once, then one per 6 s. Uploads: 20 at once, then one per 3 s. Writes: 120, then 10 a second. */
export const LIMITS = {
  signIn: { burst: 10, secondsPerRequest: 6 },
  signInAll: { burst: 60, secondsPerRequest: 1 },
  upload: { burst: 20, secondsPerRequest: 3 },
  /** One import may announce 40 files. */
  uploadFile: { burst: 80, secondsPerRequest: 1 },
  write: { burst: 120, secondsPerRequest: 0.1 },
} as const satisfies Record<string, Limit>;
export type LimitName = keyof typeof LIMITS;

/** More keys than this would be an attack on memory; the oldest are forgotten. */
const MAXIMUM_KEYS = 10_000;
const holder = globalThis as { landfallBuckets?: Map<string, Bucket> };

/**
 * Takes one request from the bucket of `name` and `key`.
 * @throws RefusedError tooManyRequests when it is empty.
 */
export function takeFromLimit(name: LimitName, key: string, nowMs: number): void {
  holder.landfallBuckets ??= new Map();
  const buckets = holder.landfallBuckets;
  const { burst, secondsPerRequest } = LIMITS[name];
  const id = `${name}:${key}`;
  const bucket = buckets.get(id) ?? { tokens: burst, updatedMs: nowMs };
  const refill = Math.max(0, nowMs - bucket.updatedMs) / 1000 / secondsPerRequest;
  const tokens = Math.min(burst, bucket.tokens + refill);
  if (tokens < 1) {
    const waitSeconds = Math.ceil((1 - tokens) * secondsPerRequest);
    throw new RefusedError("tooManyRequests", `Too many requests: try again in ${waitSeconds} s.`);
  }
  buckets.delete(id);
  buckets.set(id, { tokens: tokens - 1, updatedMs: nowMs });
  if (buckets.size > MAXIMUM_KEYS) {
    const oldest = buckets.keys().next().value;
    if (oldest !== undefined) buckets.delete(oldest);
  }
}
