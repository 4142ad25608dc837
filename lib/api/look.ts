import { MINUTE } from "../base/clock";
import type { Failure } from "../base/failure";
import { noLook, viewEnd } from "../dispatch/camera-view";
import { type Actor, actorName, agencyOfActor } from "../guard/actor";
import { openCameraSource } from "../guard/camera-source";
import { may } from "../guard/may";
import { getCamera } from "../store/camera/setups";
import { getView, groundsOf, type StoredView } from "../store/camera/views";
import type { ApiContext } from "./context";
import { found, record } from "./record";
import { Tries } from "./tries";

type Person = Extract<Actor, { type: "person" }>;
/** What is looked for: an existing view, or the incident of a new one. */
type Wanted = { cameraId: string; incidentId: string; until: number };
type Try = { actor: Actor; action: string; subject: string; detail: Record<string, unknown> };

/** The one question before every picture. Throws a refusal that says why; every try is in the record. */
export class Looks {
  /** By person, camera and incident. */
  private readonly tries = new Tries<Try>(MINUTE);
  private readonly context: ApiContext;

  constructor(context: ApiContext) {
    this.context = context;
  }

  /** The view, if this actor may have a picture of it now. */
  async allowed(actor: Actor, viewId: string, cameraId: string | null): Promise<StoredView> {
    const view = await getView(this.context.store.reader, viewId);
    if (cameraId === null) found(view, "look", viewId);
    const camera = cameraId ?? view?.cameraId ?? "";
    const tried = { cameraId: camera, incidentId: view?.incidentId ?? null, purpose: view?.purpose ?? null };
    if (!view || view.cameraId !== camera) throw await this.refuse(actor, tried, noLook("no-look"));
    if (!mine(view, actor)) throw await this.refuse(actor, tried, noLook("signed-out"));
    if (view.end) throw await this.refuse(actor, tried, noLook(view.end));
    const failure = await this.refusal(actor, view);
    if (failure) throw await this.refuse(actor, tried, failure);
    return view;
  }

  /** Why this actor may not look at this camera for this incident now, or null. */
  async refusal(actor: Actor, { cameraId, incidentId, until }: Wanted): Promise<Failure | null> {
    const { store, clock, view } = this.context;
    const agencyId = agencyOfActor(actor);
    const end = viewEnd({
      now: clock.now(),
      until,
      agencyId,
      incident: await groundsOf(store.reader, incidentId, agencyId),
      cameraInService: view.device(cameraId)?.retiredAt === null,
      signedIn: true,
      left: false,
      // a program has no eyes: a camera is seen by somebody who has signed in
      mayLook: actor.type === "person" && may(actor, "cameras.view"),
    });
    return end && noLook(end);
  }

  /** Writes the try down and gives the failure back to be thrown. What follows within a minute is counted, for `tellTries`. */
  async refuse(
    actor: Actor,
    tried: { cameraId: string; incidentId: string | null; purpose: string | null; pictureId?: string | null },
    failure: Failure,
    action = "camera.view.refused",
  ): Promise<Failure> {
    const { store, view } = this.context;
    // an address that was guessed may name anything: only cameras and incidents that there are get rows of their own
    const cameraId = view.device(tried.cameraId) === undefined ? "unknown" : tried.cameraId;
    const incidentId = tried.incidentId?.slice(0, 80) ?? null;
    const known = incidentId !== null && (await groundsOf(store.reader, incidentId, null)) !== null;
    const { end } = failure.detail as { end: string };
    const detail = { ...tried, cameraId, incidentId, agencyId: agencyOfActor(actor), reason: end };
    const one: Try = { actor, action, subject: `camera:${cameraId}`, detail };
    const key = JSON.stringify([action, actorName(actor), cameraId, known ? incidentId : null]);
    if (this.tries.first(key, one, performance.now())) await this.write(one);
    return failure;
  }

  /** Writes down how often somebody went on trying: those of a minute ago, or (`all`, before the city stops) every one. */
  async tellTries(all = false): Promise<void> {
    for (const { what, times } of this.tries.due(all ? Number.POSITIVE_INFINITY : performance.now()))
      await this.write({ ...what, detail: { ...what.detail, times } });
  }

  private write({ actor, ...act }: Try): Promise<void> {
    return this.context.store.write((tx) => record(tx, this.context, actor, act));
  }

  /** Where the camera's pictures come from; Failure `forbidden` where no picture is connected. */
  async source(cameraId: string) {
    const camera = await getCamera(this.context.store.reader, cameraId);
    if (!camera?.sourceCipher) throw noLook("camera-gone");
    return openCameraSource(this.context.deviceMaster, cameraId, camera.sourceCipher);
  }
}

/** Of this person and of the very session in which it was asked for. */
function mine(view: StoredView, actor: Actor): actor is Person {
  return actor.type === "person" && view.personId === actor.id && view.sessionId === (actor.sessionId ?? "");
}
