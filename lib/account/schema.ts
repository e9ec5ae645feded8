import { z } from "zod";
import { PASSWORD_LENGTH } from "./password-length";

/** Azure's own role names: Reader sees, Contributor operates, Owner also manages people. */
export const ROLES = ["Reader", "Contributor", "Owner"] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** True when somebody with `held` may do what needs `needed`. */
export function roleAllows(held: Role, needed: Role): boolean {
  return ROLES.indexOf(held) >= ROLES.indexOf(needed);
}

/** 120 characters hold any real name and still fit a table cell. */
export const personNameSchema = z.string().trim().min(1).max(120);
/** 254 is the longest address that SMTP carries (RFC 5321, 4.5.3.1.3). */
export const emailSchema = z.email().max(254).toLowerCase();
export const passwordSchema = z.string().min(PASSWORD_LENGTH.minimum).max(PASSWORD_LENGTH.maximum);

export const setupStateSchema = z.object({ ownerExists: z.boolean() });
export const setupRequestSchema = z.object({
  name: personNameSchema,
  email: emailSchema,
  password: passwordSchema,
  loadDemo: z.boolean().default(false),
});
export type SetupRequest = z.input<typeof setupRequestSchema>;
export const setupResponseSchema = z.object({ demoProjectId: z.string().nullable() });

export const signInSchema = setupRequestSchema.pick({ email: true }).extend({
  password: z.string().min(1).max(PASSWORD_LENGTH.maximum),
});

/** A person's own password; the current one proves that it is them who sit there. */
export const changePasswordSchema = z.object({
  currentPassword: signInSchema.shape.password,
  newPassword: passwordSchema,
});
export type ChangePassword = z.infer<typeof changePasswordSchema>;

export const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: roleSchema,
  createdAt: z.string(),
});
export type Member = z.infer<typeof memberSchema>;

export const memberListSchema = z.object({ members: z.array(memberSchema) });
export const createMemberSchema = setupRequestSchema
  .pick({ name: true, email: true, password: true })
  .extend({ role: roleSchema });
export const updateMemberSchema = createMemberSchema.pick({ name: true, role: true }).partial();

export const meSchema = z.object({ user: memberSchema });
