import type { z } from "zod";
import { Prisma } from "@/generated/prisma/client";
import {
  type Member,
  memberSchema,
  type Role,
  type setupRequestSchema,
} from "@/lib/account/schema";
import { RefusedError } from "@/lib/errors/schema";
import { auth } from "./auth";
import { database, withBusyRetry } from "./database";

type NewMember = Pick<z.output<typeof setupRequestSchema>, "name" | "email" | "password"> & {
  role: Role;
};

interface UserRow {
  id: string;
  name: string;
  email: string;
  role: string;
  createdAt: Date;
}

function toMember(row: UserRow): Member {
  return memberSchema.parse({
    id: row.id,
    name: row.name,
    email: row.email,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
  });
}

export async function ownerExists(): Promise<boolean> {
  return (await database().user.count({ where: { role: "Owner" } })) > 0;
}

export async function listMembers(): Promise<Member[]> {
  const rows = await database().user.findMany({ orderBy: { createdAt: "asc" } });
  return rows.map(toMember);
}

/** @throws RefusedError notFound */
export async function getMember(id: string): Promise<Member> {
  const row = await database().user.findUnique({ where: { id } });
  if (!row) throw new RefusedError("notFound", "There is no such person.");
  return toMember(row);
}

async function insertMember(member: NewMember, onlyFirstOwner: boolean): Promise<Member> {
  const context = await auth().$context;
  const passwordHash = await context.password.hash(member.password);
  const id = crypto.randomUUID();
  return withBusyRetry(() =>
    database().$transaction(async (transaction) => {
      if (onlyFirstOwner && (await transaction.user.count({ where: { role: "Owner" } })) > 0) {
        throw new RefusedError("alreadySetUp", "An owner exists already: sign in instead.");
      }
      if (await transaction.user.findUnique({ where: { email: member.email } })) {
        throw new RefusedError("emailTaken", "Somebody has that e-mail address already.", [
          { path: "email", code: "emailTaken" },
        ]);
      }
      const row = await transaction.user.create({
        data: {
          id,
          name: member.name,
          email: member.email,
          emailVerified: true,
          role: member.role,
          accounts: {
            create: {
              id: crypto.randomUUID(),
              accountId: id,
              providerId: "credential",
              password: passwordHash,
            },
          },
        },
      });
      return toMember(row);
    }),
  );
}

/** @throws RefusedError alreadySetUp once an owner exists. */
export function createFirstOwner(member: Omit<NewMember, "role">): Promise<Member> {
  return insertMember({ ...member, role: "Owner" }, true);
}

/** @throws RefusedError emailTaken */
export function createMember(member: NewMember): Promise<Member> {
  return insertMember(member, false);
}

/**
 * True in SQL when `id` may stop being an Owner. Part of the statement that changes it: two Owners who demote
 * each other at one instant would else leave none, and the set-up page would open again for anybody.
 */
const isNotLastOwner = (id: string) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "user" WHERE "role" = 'Owner' AND "id" <> ${id})`;

const lastOwner = () =>
  new RefusedError("lastOwner", "This is the last Owner: make somebody else Owner first.");

/** @throws RefusedError notFound, lastOwner */
export async function updateMember(
  id: string,
  change: { name?: string; role?: Role },
): Promise<Member> {
  const { role: heldRole } = await getMember(id);
  const name = change.name ?? null;
  const role = change.role ?? null;
  const changed = await withBusyRetry(
    () => database().$executeRaw`
      UPDATE "user" SET "name" = coalesce(${name}, "name"), "role" = coalesce(${role}, "role")
      WHERE "id" = ${id}
        AND ("role" <> 'Owner' OR coalesce(${role}, "role") = 'Owner' OR ${isNotLastOwner(id)})`,
  );
  if (changed === 0 && heldRole === "Owner") throw lastOwner();
  return getMember(id);
}

/** Removes the account and its sessions. @throws RefusedError notFound, lastOwner */
export async function deleteMember(id: string): Promise<void> {
  const { role: heldRole } = await getMember(id);
  const removed = await withBusyRetry(
    () => database().$executeRaw`
      DELETE FROM "user" WHERE "id" = ${id} AND ("role" <> 'Owner' OR ${isNotLastOwner(id)})`,
  );
  if (removed === 0 && heldRole === "Owner") throw lastOwner();
}
