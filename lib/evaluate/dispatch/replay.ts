import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Place } from "../../base/geo";
import { timeId } from "../../base/id";
import { type Client, createClient } from "../../client/client";
import { plainAgency } from "../../contract/agency";
import type { Incident } from "../../contract/incident";
import { usualLaw } from "../../dispatch/pack/travel";
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
import { type Chosen, Known, ranksOfSent } from "./choice";
import { type Drive, driveOf } from "./drives";
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
export type Replayed = { kept: Kept[]; chosen: Chosen[]; drives: Drive[]; verbs: number; closed: number };

/** What the replay writes is thrown away: where there is a disk in memory, no commit of it waits for a real one. */
const SCRATCH = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();

/**
 * Plays the rows in a city of its own, in exercise mode, whose clock stands on the file: units are asked, accept, drive, arrive and become free by
 * the HTTP verbs that anybody uses, and a call is closed when its last unit is free. It is written down as an incident: the product opens
 * incidents of alerts, and the file has none. `stations`: where units wait, if somebody has a list.
 */
export async function replay(
  rows: readonly Sent[],
  tell: (line: string) => void,
  stations?: ReadonlyMap<string, Place>,
): Promise<Replayed> {
  const dir = mkdtempSync(join(SCRATCH, "haechi-dispatch-"));
  const time = { now: Math.min(...rows.map(({ received }) => received)) };
  const clock = { now: () => time.now, steady: () => time.now };
  const env = readEnv({ PORT: "0", HAECHI_DIR: dir, HAECHI_DEMO: "off", HAECHI_WEBHOOKS: "off", LOG_LEVEL: "silent" });
  migrate(env.databaseUrl);
  const log = pino({ level: "silent" });
  const running = await startCity({ env, clock, kinds, web: null, mode: "exercise", speed: 1, log });
  try {
    return await play(rows, running, time, tell, new Known(stations));
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
  known: Known,
): Promise<Replayed> {
  const { city, store } = running;
  await furnish(rows, running, time.now);
  const desk = await crowd(running, "operator", time.now);
  const crew = await crowd(running, "agency", time.now);
  const ids = new Map<Sent, string>();
  const together = companies(rows);
  const told: Replayed = { kept: [], chosen: [], drives: [], verbs: 0, closed: 0 };
  const happenings = happeningsOf(rows);
  const verbs = verbsOf({ rows, desk, crew, ids, running, told });
  for (const [i, happening] of happenings.entries()) {
    time.now = happening.at;
    const { sent } = happening;
    const company = together.get(companyOf(sent)) ?? new Set();
    if (happening.do === "ask")
      told.chosen.push(...ranksOfSent(sent, city.hub.state.units.values(), company, { known, law: usualLaw }));
    await verbs(happening);
    learn(happening, { known, told });
    if (i % 2000 === 0) tell(`${i} of ${happenings.length} steps`);
  }
  const incidents = await allIncidents(store, [...new Set(rows.map(({ call }) => call))]);
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

/** A few hundred at a time: SQLite takes only so many parameters in a query, and each request is one. */
async function allIncidents({ reader }: Running["store"], ids: readonly string[]): Promise<Incident[]> {
  const incidents: Incident[] = [];
  for (let i = 0; i < ids.length; i += 200)
    incidents.push(...(await incidentsWhere(reader, { id: { in: ids.slice(i, i + 200) } })));
  return incidents;
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
  // a kept connection is dropped by whoever slept longer, and a verb that was under way with it
  return createClient(url, { headers: { authorization: `Bearer ${text}`, connection: "close" } });
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

type Hands = {
  rows: readonly Sent[];
  desk: Client;
  crew: Client;
  ids: Map<Sent, string>;
  running: Running;
  told: Replayed;
};

function verbsOf({ rows, desk, crew, ids, running, told }: Hands) {
  const step = (sent: Sent, name: "accept" | "en-route" | "arrive" | "clear") =>
    crew.call("stepAssignment", { params: { id: ids.get(sent) ?? "", step: name }, body: {} });
  const ask = async (sent: Sent) => {
    const body = { agencyId: AGENCY, unitId: sent.unit };
    ids.set(sent, (await desk.call("requestAssignment", { params: { id: sent.call }, body })).id);
    // its own dispatcher sends it: the file knows no time between the two
    await step(sent, "accept");
    told.verbs += 2;
  };
  const left = new Map<string, number>();
  for (const { call } of rows) left.set(call, (left.get(call) ?? 0) + 1);
  const ended = (call: string) => {
    left.set(call, (left.get(call) ?? 0) - 1);
    return left.get(call) === 0;
  };
  const free = async (sent: Sent) => {
    const id = ids.get(sent) ?? "";
    const body = { reason: "available before it arrived" };
    await (sent.onScene === null ? desk.call("cancelAssignment", { params: { id }, body }) : step(sent, "clear"));
    if (!ended(sent.call)) return;
    await desk.call("closeIncident", { params: { id: sent.call }, body: { cause: "all units are available" } });
    told.closed++;
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

/** Those who were sent to the same call at the same second, by call and second. */
function companies(rows: readonly Sent[]): Map<string, Set<string>> {
  const together = new Map<string, Set<string>>();
  for (const sent of rows) together.set(companyOf(sent), (together.get(companyOf(sent)) ?? new Set()).add(sent.unit));
  return together;
}

const companyOf = ({ call, dispatched }: Sent) => `${call} ${dispatched}`;

/** Where a unit has come to tells where it may be found later; how long the way took tells how fast it was. */
function learn({ do: what, sent, at }: Happening, { known, told }: { known: Known; told: Replayed }): void {
  if (what === "free" && sent.onScene !== null) known.left(sent.unit, at);
  if (what !== "arrive") return;
  const drive = driveOf(sent, known);
  if (drive) told.drives.push(drive);
  known.arrived(sent.unit, sent.place, at);
}
