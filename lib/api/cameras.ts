import { MINUTE } from "../base/clock";
import { Failure } from "../base/failure";
import type { CameraView, IncidentCamera, Looking } from "../contract/camera";
import type { Device } from "../contract/device";
import { OFFERED_WITHIN_M, rankCameras, sightOf } from "../dispatch/camera-rank";
import { noLook } from "../dispatch/camera-view";
import { type Actor, actorName, agencyOfActor } from "../guard/actor";
import { writeAudit } from "../guard/audit";
import { listKept } from "../store/camera/kept-pictures";
import { listCameras, type StoredCamera } from "../store/camera/setups";
import { addView, endView, extendView, getView, openViews, type StoredView } from "../store/camera/views";
import { readIncident } from "../store/incident/read-incidents";
import { incidentFor } from "./agency-view";
import type { Asked, Handlers } from "./asked";
import { setupOf } from "./camera-setup";
import type { ApiContext } from "./context";
import type { Looks } from "./look";
import { found, record } from "./record";

type Names = "listIncidentCameras" | "startCameraView" | "getCameraView" | "extendCameraView" | "endCameraView";

/** One look; longer only with a reason. Of no law: short enough that nobody leaves a picture open unseen. */
const LOOK_MS = 5 * MINUTE;
/** Pictures at once: a wall of four. */
const MOST_AT_ONCE = 4;
const OFFERED = 12;

export function cameraHandlers(context: ApiContext, looks: Looks): Pick<Handlers, Names> {
  const { store, clock, view: city } = context;
  // an exercise runs fast: the look lasts as long for the eyes
  const until = () => clock.now() + LOOK_MS * city.city().speed;
  const looking = async (view: StoredView): Promise<Looking> => {
    context.pictures.asked(view.id, clock.now());
    const { format } = await looks.source(view.cameraId);
    return { ...shown(view), picture: context.pictures.state(view.cameraId), format };
  };
  return {
    listIncidentCameras: async ({ params: { id }, actor }) => {
      const incident = incidentFor(actor, await readIncident(store.reader, id), id);
      const views = (await openViews(store.reader, personId(actor))).filter((v) => v.incidentId === id);
      if (incident.state !== "open") return { cameras: [], views: [], kept: [] };
      const setups = new Map((await listCameras(store.reader)).map((c) => [c.deviceId, c]));
      const near = city.devices().filter((d) => isCamera(context, d) && d.retiredAt === null);
      const all = near.map((d) => offered(d, setups.get(d.id), incident)).filter((c) => c.metres <= OFFERED_WITHIN_M);
      const kept = (await listKept(store.reader, { incidentId: id })).filter((k) => k.expiresAt > clock.now());
      return { cameras: rankCameras(all).slice(0, OFFERED), views: views.map(shown), kept };
    },
    startCameraView: (asked) => start(context, looks, asked, until()).then(looking),
    getCameraView: async ({ params: { id }, actor }) => looking(await looks.allowed(actor, id, null)),
    extendCameraView: async ({ params: { id }, body: { reason }, actor }) => {
      const view = await looks.allowed(actor, id, null);
      await store.write(async (tx) => {
        if (!(await extendView(tx, id, until()))) throw noLook("closed-by-viewer");
        await record(tx, context, actor, {
          action: "camera.view.extend",
          subject: `camera:${view.cameraId}`,
          detail: { ...factsOf(view), reason },
        });
      });
      return looking(found(await getView(store.reader, id), "look", id));
    },
    endCameraView: async ({ params: { id }, actor }) => {
      const known = await getView(store.reader, id);
      const view = found(known?.personId === personId(actor) ? known : null, "look", id);
      await closeView(context, view, "closed-by-viewer");
      return shown(found(await getView(store.reader, id), "look", id));
    },
  };
}

async function start(
  context: ApiContext,
  looks: Looks,
  { params: { id }, body: { incidentId, purpose }, actor }: Asked<"startCameraView">,
  until: number,
): Promise<StoredView> {
  const { store, clock } = context;
  const refusal = await looks.refusal(actor, { cameraId: id, incidentId, until });
  if (refusal) throw await looks.refuse(actor, { cameraId: id, incidentId, purpose }, refusal);
  if (actor.type !== "person") throw noLook("lost-rights");
  await looks.source(id);
  const view: StoredView = {
    id: context.newId(),
    cameraId: id,
    incidentId,
    personId: actor.id,
    actor: actorName(actor),
    sessionId: actor.sessionId ?? "",
    agencyId: agencyOfActor(actor),
    purpose,
    from: clock.now(),
    until,
    endedAt: null,
    end: null,
  };
  return store.write(async (tx) => {
    const open = (await openViews(tx, actor.id)).filter((v) => v.until > clock.now());
    const same = open.find((v) => v.cameraId === id && v.incidentId === incidentId && v.sessionId === view.sessionId);
    if (same && same.purpose === purpose) return same;
    if (open.length >= MOST_AT_ONCE)
      throw new Failure("conflict", `You look at ${MOST_AT_ONCE} cameras already. End one of these looks first.`);
    await addView(tx, view);
    await record(tx, context, actor, {
      action: "camera.view.start",
      subject: `camera:${id}`,
      detail: { ...factsOf(view), until },
    });
    return view;
  });
}

/** Ends a view and writes down how long it lasted, to `lookedUntil` (UTC ms) where it was left; nothing where it has ended already. */
export async function closeView(
  context: Pick<ApiContext, "store" | "clock" | "pictures">,
  view: StoredView,
  end: NonNullable<CameraView["end"]>,
  lookedUntil = context.clock.now(),
): Promise<void> {
  const at = Math.min(lookedUntil, end === "ran-out" ? view.until : Number.POSITIVE_INFINITY);
  await context.store.write(async (tx) => {
    if (!(await endView(tx, view.id, at, end))) return;
    const seconds = Math.max(0, Math.round((at - view.from) / 1000));
    const detail = { ...factsOf(view), seconds, end };
    await writeAudit(tx, {
      at,
      actor: view.actor,
      action: "camera.view.end",
      subject: `camera:${view.cameraId}`,
      detail,
    });
  });
  context.pictures.ended(view.id);
}

function personId(actor: Actor): string {
  return actor.type === "person" ? actor.id : "";
}

function factsOf({ id, cameraId, incidentId, purpose, agencyId }: StoredView) {
  return { viewId: id, cameraId, incidentId, purpose, agencyId };
}

function shown({ personId: _id, actor, sessionId: _session, ...view }: StoredView): CameraView {
  return { ...view, person: actor.replace(/^person:/, "") };
}

function isCamera({ kinds }: ApiContext, device: Device): boolean {
  return kinds.get(device.kind)?.cameraStatus !== undefined;
}

function offered(device: Device, setup: StoredCamera | undefined, place: { lat: number; lon: number }): IncidentCamera {
  const { aim, ground, format } = setupOf(device, setup);
  return {
    cameraId: device.id,
    name: device.name,
    ...sightOf(device, aim, place),
    link: device.link,
    condition: conditionOf(device),
    format,
    ground,
  };
}

/** What a camera says of itself, the worst first. */
function conditionOf({ link, latest }: Device): IncidentCamera["condition"] {
  const value = (stream: string) => latest.find((l) => l.stream === stream)?.value;
  if (link === "offline" || link === "never") return "silent";
  if (value("tampered") === 1) return "tampered";
  if (value("recording") === 0) return "stopped";
  return value("fps") === 0 ? "frozen" : "working";
}
