import type { IdentifyViewer, Viewer } from "../contract/viewer";
import { type Actor, agencyOfActor } from "./actor";
import type { Auth } from "./auth";

/** Which room of /live somebody sits in: decided by the session cookie or token of the handshake. */
export function viewerOf(auth: Auth): IdentifyViewer {
  return async (headers) => {
    const given = new Headers();
    // another site's page must not look through somebody's cookie
    const names = ownPage(headers) ? ["cookie", "authorization"] : ["authorization"];
    for (const name of names) if (headers[name]) given.set(name, headers[name]);
    return seatOf(await auth.identify(given));
  };
}

/** A browser always says from whose page a socket is opened; who says nothing is no browser. */
function ownPage({ origin, host }: Record<string, string | undefined>): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}

function seatOf(actor: Actor): Viewer {
  if (actor.type === "anonymous" || actor.type === "system" || actor.type === "monitor")
    return { room: "public", me: null };
  const email = actor.type === "person" ? actor.email : "";
  const me = { id: actor.id, name: actor.name, email, role: actor.role, agencyId: actor.agencyId };
  const agency = agencyOfActor(actor);
  return { room: agency ? `agency:${agency}` : "staff", me };
}
