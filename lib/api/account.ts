import { trustOf } from "../alert/trust";
import { replayAlert, type Scene } from "../analyze/evidence";
import { replayForecast } from "../analyze/forecast/replay";
import { Failure } from "../base/failure";
import { distanceM } from "../base/geo";
import type { Alert } from "../contract/alert";
import type { Device } from "../contract/device";
import type { AlertAccount } from "../contract/evidence";
import type { ForecasterInfo } from "../contract/forecast";
import { displayName } from "../guard/actor";
import { type KeptEvidence, readEvidence } from "../store/alert/evidence";
import { findAlert, scoreOf } from "../store/alert/find-alert";
import { getAlerts } from "../store/alert/get-alerts";
import { alertsForScreens } from "../store/alert/list-alerts";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";

type Names = "getAlertAccount" | "findAlert" | "getRuleScore";
const LOOKED_BACK = 200;

/** Why an alert was raised and how sure it is; what people found; how often a rule is right. */
export function accountHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { store, view, clock } = context;
  return {
    getAlertAccount: async ({ params: { id } }) => {
      const alert = found((await getAlerts(store.reader, [id]))[0], "alert", id);
      const kept = await readEvidence(store.reader, id);
      const devices = view.devices().filter((d) => d.retiredAt === null);
      const alerts = await alertsForScreens(store, LOOKED_BACK);
      const device = devices.find((d) => d.id === alert.deviceId);
      return {
        evidence: kept?.evidence ?? null,
        trust: trustOf({ alert, device, devices, alerts, finding: alert.finding?.what ?? null }),
        camera: nearestCamera(alert, devices, context),
        replay: kept && (await replayed(alert, kept, view)),
        next: alert.clearedAt === null ? view.forecast(alert.deviceId, alert.stream) : null,
        forecaster: alert.forecast ? forecasterOf(alert, await view.forecasters()) : null,
      };
    },
    findAlert: async ({ params: { id }, body: { finding, note }, actor }) => {
      const given = { what: finding, at: clock.now(), by: displayName(actor), note: note || null };
      const alert = await store.write(async (tx) => {
        found((await getAlerts(tx, [id]))[0], "alert", id);
        if (!(await findAlert(tx, id, given))) throw foundAlready;
        await record(tx, context, actor, {
          action: `alert.${finding}`,
          subject: `alert:${id}`,
          detail: { note: given.note },
        });
        return found((await getAlerts(tx, [id]))[0], "alert", id);
      });
      await context.changed({ alerts: [alert] });
      return alert;
    },
    getRuleScore: ({ params: { id } }) => scoreOf(store.reader, id),
  };
}

const foundAlready = new Failure("conflict", "Somebody has said the same of this alert already. Load it again.");

type Replay = AlertAccount["replay"];

/** A verdict over silence is of the clock and not of readings: it is not judged again. */
async function replayed(alert: Alert, { evidence, scene }: KeptEvidence, view: ApiContext["view"]): Promise<Replay> {
  const { rule, streams } = evidence;
  if (rule.measure.type === "silence" || streams.length === 0) return null;
  if (!alert.forecast) return replayAlert(rule, alert, scene as Scene, streams);
  const model = await view.model(alert.forecast.by);
  if (alert.forecast.by.trainedAt !== null && !model) return null;
  const again = replayForecast(rule, alert, scene as Scene, streams, model);
  return again && { equal: again.equal, raisedAt: again.equal ? alert.raisedAt : null, level: alert.level };
}

/** How often who forecast it was right about the level that it tells of. */
function forecasterOf(
  { deviceId, stream, forecast }: Alert,
  known: readonly ForecasterInfo[],
): AlertAccount["forecaster"] {
  const by = known.find((f) => f.id === forecast?.by.id && f.trainedAt === forecast.by.trainedAt);
  if (!by) return null;
  const own = <T extends { threshold: number }>(list: readonly T[]) =>
    list.filter((score) => score.threshold === forecast?.threshold);
  const served = own(by.served).find((s) => s.deviceId === deviceId && s.stream === stream);
  return { id: by.id, trained: own(by.trained)[0] ?? null, served: served ?? null };
}

function nearestCamera(alert: Alert, devices: readonly Device[], { kinds }: ApiContext): AlertAccount["camera"] {
  const cameras = devices.filter(
    (d) => kinds.get(d.kind)?.cameraStatus !== undefined && d.link === "fresh" && d.id !== alert.deviceId,
  );
  const near = cameras
    .map((d) => ({ deviceId: d.id, name: d.name, metres: Math.round(distanceM(d, alert)) }))
    .sort((a, b) => a.metres - b.metres)[0];
  return near && near.metres <= CAMERA_REACH_M ? near : null;
}

/** A camera further off does not see the place. */
const CAMERA_REACH_M = 1000;
