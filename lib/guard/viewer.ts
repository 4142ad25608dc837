import type { Role } from "../contract/people";
import type { IdentifyViewer, Viewer } from "../live/hub";
import type { Actor } from "./actor";
import type { Auth } from "./auth";

/** Which room of /live somebody sits in: decided by the session cookie or token of the handshake. */
export function viewerOf(auth: Auth): IdentifyViewer {
  return async (headers) => {
    const given = new Headers();
    for (const name of ["cookie", "authorization"]) if (headers[name]) given.set(name, headers[name]);
    return viewerOfActor(await auth.identify(given));
  };
}

export function viewerOfActor(actor: Actor): Viewer {
  if (actor.type === "anonymous" || actor.type === "system") return { room: "public", me: null };
  const email = actor.type === "person" ? actor.email : "";
  const me = { id: actor.id, name: actor.name, email, role: actor.role, agencyId: actor.agencyId };
  return { room: isAgency(actor.role) ? `agency:${actor.agencyId ?? actor.role}` : "staff", me };
}

function isAgency(role: Role): boolean {
  return role === "police" || role === "fire";
}
