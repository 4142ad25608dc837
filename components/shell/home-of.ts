import type { Role } from "@/lib/contract/people";

/** Where a person's work is. */
export const homeOf: Record<Role, string> = {
  operator: "/desk",
  police: "/dispatch/police",
  fire: "/dispatch/fire",
  admin: "/admin",
};

/** The rooms that a role may open, in the order of the menu; names are keys of common.room. */
export const roomsOf: Record<Role, readonly { href: string; name: "desk" | "wall" | "police" | "fire" | "admin" }[]> = {
  operator: [
    { href: "/desk", name: "desk" },
    { href: "/wall", name: "wall" },
  ],
  police: [{ href: "/dispatch/police", name: "police" }],
  fire: [{ href: "/dispatch/fire", name: "fire" }],
  admin: [
    { href: "/admin", name: "admin" },
    { href: "/desk", name: "desk" },
    { href: "/wall", name: "wall" },
  ],
};

/** Only a path of this site may be gone to after the sign-in; browsers drop a tab, so that `/⇥/elsewhere` would leave it. */
export const safePath = (next: unknown): string | null =>
  typeof next === "string" && /^\/(?![/\\])[^\p{Cc}\\]*$/u.test(next) ? next : null;
