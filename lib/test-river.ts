import { Foresight } from "./analyze/forecast/foresight";
import { planOf } from "./analyze/plan";
import { Watch } from "./analyze/watch";
import { MINUTE } from "./base/clock";
import { timeId } from "./base/id";
import type { Rule } from "./contract/rule";
import { Flow } from "./flow";
import { Registry } from "./ingest/registry";
import { keepSeen, lastAlive } from "./keep-seen";
import { kinds } from "./kinds/index";
import { LiveHub } from "./live/hub";
import { bindJudges, loadRegistry, recallWindows, watched } from "./rebind";
import { alertsForScreens } from "./store/alert/list-alerts";
import { addDevice } from "./store/device/add-device";
import type { Store } from "./store/open";
import { putRule } from "./store/rule/put-rule";
import { loadRuleStates, type StoredRuleState } from "./store/rule-state/load-rule-states";
import { testStore } from "./store/test-store";
import { listUnits } from "./store/unit/list-units";

export const T0 = Date.parse("2022-08-08T20:00:00+09:00");

const base = {
  hazard: "flood",
  level: 2,
  measure: { type: "value" },
  direction: "at-or-above",
  holdMs: 0,
  publish: true,
  source: "test",
  effectiveFrom: "2020-01-01",
  official: false,
  enabled: true,
  version: 1,
  createdAt: 0,
  createdBy: "test",
  name: { ko: "가", en: "a" },
  advice: { ko: "가", en: "a" },
} as const;
export const rules: Rule[] = [
  { ...base, id: "level", scope: { device: "jamsu" }, stream: "water-level", raise: 5.5, clear: 5.3 },
  {
    ...base,
    id: "rain",
    scope: { kind: "rain-gauge" },
    stream: "rainfall",
    raise: 20,
    clear: 15,
    measure: { type: "sum", windowMs: 15 * MINUTE },
  },
  { ...base, id: "dark", scope: { kind: "cctv" }, stream: "", raise: 3, clear: 1, measure: { type: "silence" } },
];

const device = {
  name: "x",
  lat: 37.5,
  lon: 127,
  zone: "street",
  class: 0,
  simulated: false,
  properties: {},
  keepAliveMs: MINUTE,
  keyCipher: "",
  createdAt: 0,
  retiredAt: null,
  lastSeenAt: null,
  status: null,
};

const devices = [
  ["jamsu", "water-level"],
  ["gauge", "rain-gauge"],
  ["camera", "cctv"],
  ["box", "weather"],
] as const;

const unasked = () => {
  throw new Error("not asked");
};
const source = {
  city: unasked,
  devices: () => [],
  storage: () => ({ state: "ok" as const, since: null }),
  health: unasked,
  summary: unasked,
  official: unasked,
  hidden: () => false,
};

/** `stepped`: by how much somebody has set the wall, ms. The river over a database of its own with a gauge, a rain gauge, a camera and a weather box, an hour after T0. */
export async function testRiver() {
  const store = await testStore();
  const time = { now: T0 + 60 * MINUTE, stepped: 0 };
  await store.write(async (tx) => {
    for (const rule of rules) await putRule(tx, rule);
    for (const [id, kind] of devices) await addDevice(tx, { ...device, id, kind }, []);
  });
  return { store, time, open: (given = rules) => openRiver(store, time, given), alerts: () => alertRows(store) };
}

/** The river on the store as it is: what a start of the city does. */
async function openRiver(store: Store, time: { now: number; stepped: number }, rules: Rule[]) {
  const clock = { now: () => time.now + time.stepped, steady: () => time.now };
  const registry = new Registry(clock);
  await loadRegistry(store, registry, kinds);
  const judges = { watch: new Watch(), foresight: new Foresight() };
  const empty = {
    kinds: [],
    agencies: [],
    stations: [],
    zones: [],
    incidents: [],
    units: await listUnits(store.reader),
  };
  const known = { ...empty, alerts: await alertsForScreens(store, 10) };
  const identify = async () => ({ room: "public" as const, me: null });
  const hub = new LiveHub({ boot: timeId(), clock, wall: clock, known, source, visible: () => null, identify });
  const recall = async () => {
    for (const looks of Object.values(judges)) await recallWindows(store, registry, looks, time.now);
  };
  const aliveAt = await lastAlive(store, registry);
  const parts = { store, clock, newId: timeId, registry, ...judges, hub, aliveAt };
  const flow = new Flow({ ...parts, recall, ring: () => undefined });
  const bind = async (given: Rule[], remembered: StoredRuleState[] = []) => {
    const plan = planOf({ rules: given, devices: watched(registry), zones: [] }, Date.now());
    const dropped = bindJudges(judges, plan, [], hub.state.alerts, remembered);
    await recall();
    await flow.release(dropped);
  };
  await bind(rules, await loadRuleStates(store));
  const seen = () => keepSeen(store, registry, clock.now());
  return {
    flow,
    registry,
    hub,
    foresight: judges.foresight,
    keepSeen: seen,
    rebind: (given: Rule[]) => flow.alone(() => bind(given)),
  };
}

/** [rule, state, raised, cleared], times in ms since T0. */
async function alertRows(store: Store) {
  const rows = await store.reader.alert.findMany({ orderBy: { raisedAt: "asc" } });
  return rows.map((a) => [a.ruleId, a.state, Number(a.raisedAt) - T0, a.clearedAt && Number(a.clearedAt) - T0]);
}
