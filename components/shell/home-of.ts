import type { Me } from "@/lib/contract/people";

/** Where a person's work is. */
export function homeOf({ role, agencyId }: Pick<Me, "role" | "agencyId">): string {
  if (role === "operator") return "/desk";
  if (role === "admin") return "/admin";
  return `/dispatch/${encodeURIComponent(agencyId ?? role)}`;
}

type Room = { href: string; name: "desk" | "handover" | "wall" | "police" | "fire" | "agency" | "admin" };

const desk: Room = { href: "/desk", name: "desk" };
const handover: Room = { href: "/desk/handover", name: "handover" };
const wall: Room = { href: "/wall", name: "wall" };

/** The rooms that a person may open, in the order of the menu; names are keys of common.room. */
export function roomsOf(me: Pick<Me, "role" | "agencyId">): readonly Room[] {
  if (me.role === "operator") return [desk, handover, wall];
  if (me.role === "admin") return [{ href: "/admin", name: "admin" }, desk, wall];
  return [{ href: homeOf(me), name: me.role }];
}

/** Only a path of this site may be gone to after the sign-in; browsers drop a tab, so that `/⇥/elsewhere` would leave it. */
export const safePath = (next: unknown): string | null =>
  typeof next === "string" && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) ? next : null;
