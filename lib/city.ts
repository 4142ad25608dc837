import { Foresight } from "./analyze/forecast/foresight";
import { forecastOf } from "./analyze/forecast/present";
import { planOf } from "./analyze/plan";
import { Watch } from "./analyze/watch";
import type { CityView } from "./api/context";
import { type SteadyClock, wallClock } from "./base/clock";
import type { NewId } from "./base/id";
import type { Change } from "./contract/change";
import type { CityInfo } from "./contract/city";
import type { Device } from "./contract/device";
import { describeKind } from "./contract/kind";
import type { Official } from "./contract/official";
import type { IdentifyViewer } from "./contract/viewer";
import { Flow } from "./flow";
import { forecastersOf, loadModels, modelBy } from "./forecast-models";
import { visibleIncident } from "./guard/visible-incident";
import { cityHealth } from "./health";
import { type DeviceEntry, deviceView, Registry } from "./ingest/registry";
import { keepDeadlines } from "./keep-deadlines";
import { escalate } from "./keep-escalations";
import { keepEvidence } from "./keep-evidence";
import { type KeepPast, keepPast } from "./keep-past";
import { keepSeen, lastAlive } from "./keep-seen";
import { keepSigns } from "./keep-signs";
import type { Kind } from "./kinds/kind";
import { LiveHub } from "./live/hub";
import { summarize } from "./publish/summary";
import { bindJudges, loadRegistry, recallWindows, watched } from "./rebind";
import { listAgencies, listStations } from "./store/agency/list-agencies";
import { alertsForScreens } from "./store/alert/list-alerts";
import { incidentsForScreens } from "./store/incident/read-incidents";
import type { Store } from "./store/open";
import { listRules } from "./store/rule/list-rules";
import { loadRuleStates } from "./store/rule-state/load-rule-states";
import { listUnits } from "./store/unit/list-units";
import { listZones } from "./store/zone/list-zones";
import { tellTransparency } from "./tell-transparency";

export type CityOptions = {
  store: Store;
  clock: SteadyClock;
  newId: NewId;
  kinds: ReadonlyMap<string, Kind>;
  info: Omit<CityInfo, "now">;
  /** What the authorities say, as it is this instant. */
  official(): Official;
  identify: IdentifyViewer;
  /** Ends the connections of devices that were retired or have a new key. */
  lockOut(ids: string[]): void;
  /** Something was put into the outbox. */
  ring(): void;
};

/** The running river with what it keeps in memory. */
export type City = {
  flow: Flow;
  hub: LiveHub;
  registry: Registry;
  view: CityView;
  /** After a verb's commit: devices and rules are read again where they changed, then the screens are told. */
  changed(change: Change): Promise<void>;
  /** Devices, zones and rules anew from the database: somebody changed them from outside. */
  reload(): Promise<void>;
  /** Orders what signs shall show and do not, and tells the screens of what they said to it. */
  keepSigns(): Promise<void>;
  /** Takes the evidence of what was raised lately. */
  keepEvidence(): Promise<void>;
  /** What the screens were told, kept for the past. */
  past: KeepPast;
  /** Takes the steps that are due because nobody has acknowledged an alert, or an agency is late. */
  escalate(): Promise<void>;
  /** Writes the signs of life that the database has not seen, and that the city is alive. */
  keepSeen(): Promise<void>;
};

const ENDED_ALERTS = 200;
const CLOSED_INCIDENTS = 50;

/** Reads the city from its database and puts the stages together. Nothing runs yet. */
export async function createCity(options: CityOptions): Promise<City> {
  const { store, clock, newId, kinds, info, official, identify, lockOut, ring } = options;
  const registry = new Registry(clock);
  const judges = { watch: new Watch(), foresight: new Foresight() };
  const began = clock.steady();
  await loadRegistry(store, registry, kinds);
  const aliveAt = await lastAlive(store, registry);
  const known = {
    kinds: [...kinds.values()].map(describeKind),
    agencies: await listAgencies(store),
    stations: await listStations(store),
    zones: await listZones(store),
    alerts: await alertsForScreens(store, ENDED_ALERTS),
    incidents: await incidentsForScreens(store, CLOSED_INCIDENTS),
    units: await listUnits(store.reader),
  };
  let flow: Flow;
  const signFacts = () => ({ alerts: hub.state.alerts.values(), rules, zone: (id: string) => hub.state.zone(id) });
  const signs = keepSigns({ store, clock, newId, registry, facts: signFacts, ring });
  const seen = (entry: DeviceEntry): Device => {
    const sign = entry.kind.showsText && signs.of(entry.record.id);
    return { ...deviceView(entry), ...(sign && { sign }) };
  };
  const view: CityView = {
    city: () => ({ ...info, now: clock.now() }),
    devices: () => [...registry.devices.values()].map(seen),
    device: (id) => {
      const entry = registry.devices.get(id);
      return entry && seen(entry);
    },
    health: () => cityHealth({ flow, store, registry, hub, uptimeMs: clock.steady() - began }),
    summary: () =>
      summarize({
        city: view.city(),
        fleet: registry.fleet,
        simulated: (id) => registry.devices.get(id)?.record.simulated ?? false,
        kinds: known.kinds,
        alerts: hub.state.alerts.values(),
        rules,
        storage: store.guard.storage,
        faulty: store.guard.faulty,
        official: official(),
      }),
    official,
    transparency: tellTransparency({
      store,
      city: () => view.city(),
      devices: registry.devices,
      rules: () => rules,
      steady: () => clock.steady(),
    }),
    watched: () => watched(registry),
    forecast: (id, stream) => {
      const found = judges.foresight.expectedOf(id, stream);
      return found && forecastOf(found.target, found.expected);
    },
    forecasters: () => forecastersOf(store, models),
    model: (by) => modelBy(store, by),
  };
  const source = {
    ...view,
    storage: () => store.guard.storage,
    hidden: (id: string) => hiddenFromAgencies(registry.devices.get(id)?.kind),
  };
  const standing = () => ({
    ...hub.state.standing(),
    ...source.official(),
    storage: source.storage(),
    devices: view.devices(),
  });
  const past = await keepPast(store, clock, standing);
  const hub = new LiveHub({
    ...{ boot: newId(), clock, wall: wallClock, known, source, visible: visibleIncident, identify },
    keep: past.take,
  });
  const recall = async () => {
    for (const looks of Object.values(judges)) await recallWindows(store, registry, looks, clock.now());
  };
  flow = new Flow({ store, clock, newId, registry, ...judges, hub, aliveAt, recall, ring });
  store.guard.listen((storage) => hub.tell({ storage, health: view.health(), summary: view.summary() }));
  let rules = await listRules(store);
  let models = await loadModels(store);
  const bind = async (remembered = [] as Awaited<ReturnType<typeof loadRuleStates>>) => {
    const zones = await listZones(store);
    const plan = planOf({ rules, devices: watched(registry), zones }, Date.now());
    const dropped = bindJudges(judges, plan, models, hub.state.alerts, remembered);
    await recall();
    await flow.release(dropped);
  };
  await bind(await loadRuleStates(store));
  past.begin();
  const alerts = () => hub.state.alerts.values();
  const zones = () => listZones(store);
  const evidence = keepEvidence({
    ...{ store, clock, zones, alerts, watched: view.watched, device: view.device, model: view.model },
    forecastOn: (alert) => judges.foresight.inputsOf(alert.deviceId, alert.stream),
  });

  const reload = async (): Promise<void> => {
    const before = new Set(registry.devices.keys());
    await flow.alone(async () => {
      lockOut(await loadRegistry(store, registry, kinds));
      rules = await listRules(store);
      models = await loadModels(store);
      await bind();
    });
    hub.tell({
      devices: view.devices().filter((d) => !before.has(d.id) || d.retiredAt !== null),
      zones: await listZones(store),
    });
  };
  return {
    flow,
    hub,
    registry,
    view,
    reload,
    changed: async (change) => {
      if (change.people) await hub.recheck();
      if (change.rules || change.devices || change.devicesGone || change.zones || change.zonesGone)
        await flow.alone(async () => {
          if (change.devices || change.devicesGone) lockOut(await loadRegistry(store, registry, kinds));
          rules = await listRules(store);
          await bind();
        });
      const devices = change.devices?.map((d) => view.device(d.id) ?? d);
      flow.changed({ ...change, ...(devices && { devices }) });
      ring();
    },
    past,
    keepEvidence: evidence.look,
    escalate: async () => {
      // who was asked and does not come is told also where an alert cannot be
      try {
        await escalate({ store, clock, newId, alerts, tell: (changed) => flow.changed({ alerts: changed }), ring });
      } finally {
        await keepDeadlines({ store, clock, newId, tell: (incidents) => flow.changed({ incidents }), ring });
      }
    },
    keepSigns: async () => {
      const devices = (await signs.look()).map((id) => view.device(id)).filter((d) => d !== undefined);
      if (devices.length > 0) hub.tell({ devices });
    },
    keepSeen: () => keepSeen(store, registry, clock.now()),
  };
}

/** Pictures, and where the units of others are. */
function hiddenFromAgencies(kind: Kind | undefined): boolean {
  return kind?.cameraStatus !== undefined || kind?.position !== undefined;
}
