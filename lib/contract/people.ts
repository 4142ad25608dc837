import { z } from "zod";
import { Id, Ms } from "./common";

export const Role = z.enum(["operator", "police", "fire", "agency", "admin"]);
export type Role = z.infer<typeof Role>;
/** What a token may do: as a person of that role, or read the metrics and nothing else. */
export const TokenRole = z.enum([...Role.options, "monitor"]);
export type TokenRole = z.infer<typeof TokenRole>;

export const Me = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role: Role,
  agencyId: z.string().nullable(),
});
export type Me = z.infer<typeof Me>;

export const Person = Me.extend({ disabled: z.boolean(), createdAt: Ms });
export type Person = z.infer<typeof Person>;
export const NewPerson = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.email(),
  role: Role,
  /** Of the role `agency`: which one. */
  agencyId: Id.nullable().optional(),
  password: z.string().min(12).max(128),
});
export const PersonChange = z
  .object({ name: z.string().trim().min(1).max(100), role: Role, agencyId: Id.nullable(), disabled: z.boolean() })
  .partial();

export const AuditRow = z.object({
  id: z.number().int(),
  at: Ms,
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditRow = z.infer<typeof AuditRow>;
