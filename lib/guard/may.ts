import type { Role } from "../contract/people";
import type { Permission } from "../contract/route";
import type { Actor } from "./actor";

const allowed: Record<Role, readonly Permission[]> = {
  operator: [
    "self",
    "city.read",
    "metrics.read",
    "alerts.handle",
    "incidents.read",
    "incidents.handle",
    "cameras.view",
  ],
  police: ["self", "incidents.read", "assignments.answer", "cameras.view"],
  fire: ["self", "incidents.read", "assignments.answer", "cameras.view"],
  agency: ["self", "incidents.read", "assignments.answer", "cameras.view"],
  admin: ["self", "city.read", "metrics.read", "incidents.read", "admin"],
};

/** The one permission question. Everybody may what is public; nobody may anything that is not written here. */
export function may(actor: Actor, permission: Permission): boolean {
  if (permission === "public") return true;
  if (actor.type === "anonymous") return false;
  if (actor.type === "monitor") return permission === "metrics.read";
  return actor.type === "system" || allowed[actor.role].includes(permission);
}
