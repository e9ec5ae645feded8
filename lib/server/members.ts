import type { z } from "zod";
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

async function refuseLosingLastOwner(id: string): Promise<void> {
  const owners = await database().user.findMany({ where: { role: "Owner" }, select: { id: true } });
  if (owners.length === 1 && owners[0]?.id === id) {
    throw new RefusedError("lastOwner", "This is the last Owner: make somebody else Owner first.");
  }
}

/** @throws RefusedError notFound, lastOwner */
export async function updateMember(
  id: string,
  change: { name?: string; role?: Role },
): Promise<Member> {
  await getMember(id);
  if (change.role && change.role !== "Owner") await refuseLosingLastOwner(id);
  return toMember(
    await withBusyRetry(() => database().user.update({ where: { id }, data: change })),
  );
}

/** Removes the account and its sessions. @throws RefusedError notFound, lastOwner */
export async function deleteMember(id: string): Promise<void> {
  await getMember(id);
  await refuseLosingLastOwner(id);
  await withBusyRetry(() => database().user.delete({ where: { id } }));
}
