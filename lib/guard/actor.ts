import type { Role } from "../contract/people";

/** Who asks. */
export type Actor =
  | { type: "anonymous" }
  | { type: "person"; id: string; name: string; email: string; role: Role; agencyId: string | null }
  | { type: "token"; id: string; name: string; role: Role; agencyId: string | null }
  | { type: "system"; name: string };

export const anonymous: Actor = { type: "anonymous" };

/** How the record names somebody: `person:e-mail`, `token:id`, `system:name`. E-mail addresses are unique and never change. */
export function actorName(actor: Actor): string {
  if (actor.type === "anonymous") return "anonymous";
  if (actor.type === "system") return `system:${actor.name}`;
  return actor.type === "person" ? `person:${actor.email}` : `token:${actor.id}`;
}

/** The name that people read on a timeline. */
export function displayName(actor: Actor): string {
  return actor.type === "anonymous" ? "anonymous" : actor.name;
}
