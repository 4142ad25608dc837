import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { timeId } from "../../base/id";
import { type Client, createClient } from "../../client/client";
import { plainAgency } from "../../contract/agency";
import { readEnv } from "../../env";
import { makeToken } from "../../guard/api-token";
import { kinds } from "../../kinds/index";
import { type Running, startCity } from "../../start";
import { putAgencies } from "../../store/agency/put-agencies";
import { addIncident } from "../../store/incident/add-incident";
import { incidentsWhere } from "../../store/incident/read-incidents";
import { migrate } from "../../store/migrate";
import { putUnits } from "../../store/unit/put-units";
import type { Sent } from "./calls";
import { type Chosen, lineKmh, rankOfSent, Whereabouts } from "./choice";
import { type Happening, happeningsOf } from "./happenings";

const AGENCY = "sffd";
/** What the city kept of a row, read back from it at the end: UTC ms, null where the step was not taken. */
export type Kept = {
  sent: Sent;
  received: number;
  requestedAt: number;
  enRouteAt: number | null;
  arrivedAt: number | null;
  endedAt: number | null;
  state: string;
};
export type Replayed = { kept: Kept[]; chosen: Chosen[]; kmh: { unitType: string; kmh: number }[]; verbs: number };

/**
 * Plays the rows in a city of its own, in exercise mode, whose clock stands on the file: units are asked, accept, drive, arrive and become free by
 * the HTTP verbs that anybody uses. A call is written down as an incident: the product opens incidents of alerts, and the file has none.
 */
export async function replay(rows: readonly Sent[], tell: (line: string) => void): Promise<Replayed> {
  const dir = mkdtempSync(join(tmpdir(), "haechi-dispatch-"));
  const time = { now: Math.min(...rows.map(({ received }) => received)) };
  const clock = { now: () => time.now, steady: () => time.now };
  const env = readEnv({ PORT: "0", HAECHI_DIR: dir, HAECHI_DEMO: "off", HAECHI_WEBHOOKS: "off", LOG_LEVEL: "silent" });
  migrate(env.databaseUrl);
  const log = pino({ level: "silent" });
  const running = await startCity({ env, clock, kinds, web: null, mode: "exercise", speed: 1, log });
  try {
    return await play(rows, running, time, tell);
  } finally {
    await running.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function play(
  rows: readonly Sent[],
  running: Running,
  time: { now: number },
  tell: (line: string) => void,
): Promise<Replayed> {
  const { city, store } = running;
  await furnish(rows, running, time.now);
  const desk = await crowd(running, "operator", time.now);
  const crew = await crowd(running, "agency", time.now);
  const ids = new Map<Sent, string>();
  const where = new Whereabouts();
  const told: Replayed = { kept: [], chosen: [], kmh: [], verbs: 0 };
  const happenings = happeningsOf(rows);
  const verbs = verbsOf({ desk, crew, ids, running, told });
  for (const [i, happening] of happenings.entries()) {
    time.now = happening.at;
    if (happening.do === "ask") told.chosen.push(...choose(happening.sent, rows, city.hub.state.units.values(), where));
    await verbs(happening);
    learn(happening, where, told);
    if (i % 2000 === 0) tell(`${i} of ${happenings.length} steps`);
  }
  const incidents = await incidentsWhere(store.reader, {});
  const assignments = new Map(incidents.flatMap((it) => it.assignments.map((a) => [a.id, { a, opened: it.openedAt }])));
  for (const sent of rows) {
    const { a, opened } = assignments.get(ids.get(sent) ?? "") ?? {};
    if (!a || opened === undefined) continue;
    const { requestedAt, enRouteAt, arrivedAt, state } = a;
    const endedAt = a.clearedAt ?? a.cancelledAt;
    told.kept.push({ sent, received: opened, requestedAt, enRouteAt, arrivedAt, endedAt, state });
  }
  return told;
}

/** The agency with all units of the file, none of which has a place yet. */
async function furnish(rows: readonly Sent[], { store, city }: Running, now: number): Promise<void> {
  const types = new Map(rows.map(({ unit, unitType }) => [unit, unitType]));
  const agency = {
    ...plainAgency,
    id: AGENCY,
    name: { ko: "샌프란시스코 소방국", en: "San Francisco Fire" },
    phone: "",
  };
  const units = [...types].map(([id, type]) => ({
    id,
    agencyId: AGENCY,
    stationId: null,
    name: { ko: id, en: id },
    type,
    lat: 37.77,
    lon: -122.42,
  }));
  await store.write(async (tx) => {
    await putAgencies(tx, [agency], []);
    await putUnits(tx, units, now);
  });
  await city.changed({
    agencies: [agency],
    units: units.map((unit) => ({ ...unit, positionAt: now, assignmentIds: [] })),
  });
}

async function clientOf({ store, url }: Running, role: "operator" | "agency", at: number): Promise<Client> {
  const agencyId = role === "agency" ? AGENCY : null;
  const { text } = await store.write((tx) => makeToken(tx, { role, agencyId, label: role, at, newId: timeId }));
  return createClient(url, { headers: { authorization: `Bearer ${text}` } });
}

/** As many hands as a control room has: the city counts each one's calls a minute, and a replay has no minutes. */
const HANDS = 40;

/** Clients of one role that take turns. */
async function crowd(running: Running, role: "operator" | "agency", at: number): Promise<Client> {
  const hands: Client[] = [];
  for (let i = 0; i < HANDS; i++) hands.push(await clientOf(running, role, at));
  let turn = 0;
  return { call: (name, input) => (hands[turn++ % HANDS] as Client).call(name, input) };
}

type Hands = { desk: Client; crew: Client; ids: Map<Sent, string>; running: Running; told: Replayed };

function verbsOf({ desk, crew, ids, running, told }: Hands) {
  const step = (sent: Sent, name: "accept" | "en-route" | "arrive" | "clear") =>
    crew.call("stepAssignment", { params: { id: ids.get(sent) ?? "", step: name }, body: {} });
  const ask = async (sent: Sent) => {
    const body = { agencyId: AGENCY, unitId: sent.unit };
    ids.set(sent, (await desk.call("requestAssignment", { params: { id: sent.call }, body })).id);
    // its own dispatcher sends it: the file knows no time between the two
    await step(sent, "accept");
    told.verbs += 2;
  };
  const free = async (sent: Sent) => {
    const id = ids.get(sent) ?? "";
    const body = { reason: "available before it arrived" };
    await (sent.onScene === null ? desk.call("cancelAssignment", { params: { id }, body }) : step(sent, "clear"));
  };
  return async ({ do: what, sent, at }: Happening): Promise<void> => {
    if (what === "open") return running.store.write((tx) => addIncident(tx, incidentOf(sent, at)));
    if (what === "ask") return ask(sent);
    await (what === "free" ? free(sent) : step(sent, what));
    told.verbs++;
  };
}

function incidentOf({ call, what, place }: Sent, openedAt: number) {
  return { id: call, title: what, hazard: "other" as const, level: 2 as const, ...place, openedAt, openedBy: "911" };
}

function choose(
  sent: Sent,
  rows: readonly Sent[],
  units: Iterable<Parameters<typeof rankOfSent>[1][number]>,
  where: Whereabouts,
): Chosen[] {
  const all = [...units];
  const together = new Set(
    rows.filter((it) => it.call === sent.call && it.dispatched === sent.dispatched).map(({ unit }) => unit),
  );
  return (["home", "last"] as const)
    .map((guess) => rankOfSent(sent, all, together, where, guess))
    .filter((it) => it !== null);
}

/** Where a unit has come to tells where it may be found later; how long the way took tells how fast it was. */
function learn({ do: what, sent }: Happening, where: Whereabouts, told: Replayed): void {
  if (what !== "arrive") return;
  const kmh = lineKmh(sent, where);
  if (kmh !== null) told.kmh.push({ unitType: sent.unitType, kmh });
  where.arrived(sent.unit, sent.place);
}
