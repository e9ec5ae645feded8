"use client";

import { createContext, type ReactNode, useContext } from "react";
import { type Role, roleAllows } from "@/lib/account/schema";

export interface ShellCaller {
  userId: string;
  name: string;
  email: string;
  role: Role;
}

const CallerContext = createContext<ShellCaller | null>(null);

export function CallerProvider(props: { caller: ShellCaller; children: ReactNode }) {
  return <CallerContext value={props.caller}>{props.children}</CallerContext>;
}

/** Who is signed in. Throws outside of the console, where nobody needs to be. */
export function useCaller(): ShellCaller {
  const caller = useContext(CallerContext);
  if (!caller) throw new Error("useCaller needs the console's layout around it.");
  return caller;
}

/** Whether the caller may do what needs a role; the server decides again, whatever this says. */
export function useCan(needed: Role): boolean {
  return roleAllows(useCaller().role, needed);
}
