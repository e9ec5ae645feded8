import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { type Role, roleSchema } from "@/lib/account/schema";
import { auth } from "./auth";
import { ownerExists } from "./members";

export interface Caller {
  userId: string;
  name: string;
  email: string;
  role: Role;
}

/** Who sent these headers, or null. An account whose role is unknown counts as nobody. */
export async function callerOf(requestHeaders: Headers): Promise<Caller | null> {
  const session = await auth().api.getSession({ headers: requestHeaders });
  if (!session) return null;
  const role = roleSchema.safeParse(session.user.role);
  if (!role.success) return null;
  const { id, name, email } = session.user;
  return { userId: id, name, email, role: role.data };
}

/** Set by proxy.ts on every request for a page: the path with its query. */
const PATH_HEADER = "x-landfall-path";

/** For pages: the caller, or off to the set-up or sign-in page, which leads back. Asked once a request. */
export const requireSession = cache(async (): Promise<Caller> => {
  const requestHeaders = await headers();
  const caller = await callerOf(requestHeaders);
  if (caller) return caller;
  if (!(await ownerExists())) redirect("/setup");
  const path = requestHeaders.get(PATH_HEADER) ?? "/";
  redirect(path === "/" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`);
});
