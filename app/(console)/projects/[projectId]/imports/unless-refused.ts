import { RefusedError } from "@/lib/errors/schema";

/**
 * What a read answers, or null where it is refused, for instance before the first import: the
 * page's own query then asks again and shows the state. Anything else that is thrown is a bug.
 */
export async function unlessRefused<TValue>(read: Promise<TValue>): Promise<TValue | null> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof RefusedError) return null;
    throw error;
  }
}
