import type { Role, TokenRole } from "../contract/people";

/** Who asks. */
export type Actor =
  | { type: "anonymous" }
  | {
      type: "person";
      id: string;
      name: string;
      email: string;
      role: Role;
      agencyId: string | null;
      /** Id of the session that asks, where it is known. */
      sessionId?: string;
    }
  | { type: "token"; id: string; name: string; role: Role; agencyId: string | null }
  /** A token that reads the metrics and nothing else: it lies on another machine, in a file. */
  | { type: "monitor"; id: string; name: string }
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

/** The agency that a role means where nobody names another; null of `agency`, which must be told which, and of who acts for the city. */
export function agencyOf(role: TokenRole): string | null {
  return role === "police" || role === "fire" ? role : null;
}

/** Whether such people and tokens act for an agency, and see what it may see. */
export function actsForAgency(role: TokenRole): boolean {
  return role === "agency" || agencyOf(role) !== null;
}

/** The agency that somebody acts for; null for those who see the whole city. */
export function agencyOfActor(actor: Actor): string | null {
  if (actor.type === "anonymous" || actor.type === "system" || actor.type === "monitor") return null;
  // who should have an agency and has none must not pass for the city: this one does not exist
  return actsForAgency(actor.role) ? (actor.agencyId ?? agencyOf(actor.role) ?? "-") : null;
}
