import { MINUTE } from "../base/clock";
import type { Failure } from "../base/failure";
import { noLook, viewEnd } from "../dispatch/camera-view";
import { type Actor, actorName, agencyOfActor } from "../guard/actor";
import { openCameraSource } from "../guard/camera-source";
import { may } from "../guard/may";
import { RateLimit } from "../guard/rate-limit";
import { getCamera } from "../store/camera/setups";
import { getView, groundsOf, type StoredView } from "../store/camera/views";
import type { ApiContext } from "./context";
import { found, record } from "./record";

type Person = Extract<Actor, { type: "person" }>;
/** What is looked for: an existing view, or the incident of a new one. */
type Wanted = { cameraId: string; incidentId: string; until: number };

/** The one question before every picture. Throws a refusal that says why; the try is in the record. */
export class Looks {
  /** One row a minute for each person and camera: somebody who tries all day must not fill the record. */
  private readonly refusals = new RateLimit(1, MINUTE);
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
    if (!view || view.cameraId !== camera) throw await this.refuse(actor, tried, noLook("closed-by-viewer"));
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
      // a program has no eyes: a camera is seen by somebody who has signed in
      mayLook: actor.type === "person" && may(actor, "cameras.view"),
    });
    return end && noLook(end);
  }

  /** Writes the try down, once a minute, and gives the failure back to be thrown. */
  async refuse(
    actor: Actor,
    tried: { cameraId: string; incidentId: string | null; purpose: string | null },
    failure: Failure,
  ): Promise<Failure> {
    // an address that was guessed may name anything: only cameras that there are get rows of their own
    const known = this.context.view.device(tried.cameraId) !== undefined;
    const cameraId = known ? tried.cameraId : "unknown";
    try {
      this.refusals.take(`${actorName(actor)} ${cameraId}`, Date.now());
    } catch {
      return failure;
    }
    const { end } = failure.detail as { end: string };
    const detail = {
      ...tried,
      cameraId,
      incidentId: tried.incidentId?.slice(0, 80) ?? null,
      agencyId: agencyOfActor(actor),
      reason: end,
    };
    await this.context.store.write((tx) =>
      record(tx, this.context, actor, { action: "camera.view.refused", subject: `camera:${cameraId}`, detail }),
    );
    return failure;
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
