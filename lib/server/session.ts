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

/** For pages: the caller, or off to the set-up or sign-in page. Asked once a request. */
export const requireSession = cache(async (): Promise<Caller> => {
  const caller = await callerOf(await headers());
  if (caller) return caller;
  redirect((await ownerExists()) ? "/sign-in" : "/setup");
});
