import { closeView } from "./api/cameras";
import type { ApiContext } from "./api/context";
import { viewEnd } from "./dispatch/camera-view";
import { agencyOfActor } from "./guard/actor";
import { may } from "./guard/may";
import { groundsOf, openViews, type StoredView, sessionStands } from "./store/camera/views";
import { getPerson } from "./store/person/find-people";

type Parts = Pick<ApiContext, "store" | "clock" | "pictures" | "view">;

/** Ends each look at a camera whose ground has gone, also where nobody asks for its picture any more. */
export async function endViews(parts: Parts): Promise<void> {
  const views = await openViews(parts.store.reader);
  const ids = views.map((view) => view.id);
  const left = parts.pictures.left(ids, parts.clock.now());
  for (const view of views) {
    const end = await endOf(parts, view, left.has(view.id));
    if (end) await closeView(parts, view, end, left.get(view.id));
  }
}

async function endOf({ store: { reader }, clock, view: city }: Parts, view: StoredView, left: boolean) {
  const person = await getPerson(reader, view.personId);
  const actor = person && !person.disabled ? ({ type: "person", ...person } as const) : null;
  return viewEnd({
    now: clock.now(),
    until: view.until,
    agencyId: view.agencyId,
    incident: await groundsOf(reader, view.incidentId, view.agencyId),
    cameraInService: city.device(view.cameraId)?.retiredAt === null,
    left,
    // sessions live on the wall's clock
    signedIn: await sessionStands(reader, view.sessionId, Date.now()),
    mayLook: actor !== null && may(actor, "cameras.view") && agencyOfActor(actor) === view.agencyId,
  });
}
