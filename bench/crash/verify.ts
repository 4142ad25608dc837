import { emptyRun } from "../../lib/store/history/run";
import { openStore, type Store } from "../../lib/store/open";
import { readingsBetween } from "../../lib/store/reading/readings-between";
import type { Acknowledgements } from "./desk";
import { type Acknowledged, alertsOf } from "./oracle";
import type { Heard } from "./receiver";
import { asked, STREAM } from "./rules";

/** One line of the report: what was counted, and what of it is wrong. */
export type Finding = { name: string; of: number; faults: number; example?: string };
type Facts = {
  readings: ReadonlyMap<string, Acknowledged>;
  desk: Acknowledgements;
  heard: readonly Heard[];
  forged: number;
};

/** Everything that was acknowledged and heard, held against the database that the killed city has left. */
export async function verify(databaseUrl: string, facts: Facts): Promise<Finding[]> {
  const store = await openStore(databaseUrl);
  try {
    return [
      ...(await ofReadings(store, facts.readings)),
      ...(await ofAlerts(store, facts.readings)),
      ...(await ofDispatch(store, facts.desk)),
      ...(await ofNotices(store, facts)),
    ];
  } finally {
    await store.close();
  }
}

async function ofReadings(store: Store, readings: Facts["readings"]): Promise<Finding[]> {
  const total = [...readings.values()].reduce((sum, { at }) => sum + at.length, 0);
  const [missing, wrong] = [
    counter("acknowledged readings missing", total),
    counter("readings with another value", total),
  ];
  const extra = counter("rows that nobody sent, or twice", total);
  for (const [deviceId, { at, value }] of readings) {
    const { id } = await store.reader.stream.findFirstOrThrow({ where: { deviceId, name: STREAM } });
    const run = (await readingsBetween(store, [id], 0, Number.MAX_SAFE_INTEGER)).get(id) ?? emptyRun;
    const there = new Map(Array.from(run.at, (t, i) => [t, run.value[i]]));
    for (const [i, t] of at.entries()) {
      if (!there.has(t)) missing.fault(`${deviceId} at ${t}`);
      else if (there.get(t) !== value[i]) wrong.fault(`${deviceId} at ${t}: ${there.get(t)} for ${value[i]}`);
    }
    const twice = run.at.length - new Set(at).size;
    if (twice !== 0) extra.fault(`${deviceId}: ${run.at.length} rows of ${new Set(at).size} readings`, Math.abs(twice));
  }
  // what is packed leaves the log only when all of its time is packed: until then it stands in both, and counts as packed
  const [rows] = await store.reader.$queryRaw<{ n: bigint }[]>`
    SELECT (SELECT count(*) FROM "Reading" r LEFT JOIN "HistoryMark" m ON m."stream" = r."stream"
            WHERE m."packedTo" IS NULL OR r."at" > m."packedTo")
         + (SELECT count(*) FROM "Late") + coalesce((SELECT sum("count") FROM "Pack"), 0) AS n`;
  if (Number(rows?.n) !== total) extra.fault(`${rows?.n} rows in all tables`, Math.abs(Number(rows?.n) - total));
  return [missing.finding, wrong.finding, extra.finding];
}

async function ofAlerts(store: Store, readings: Facts["readings"]): Promise<Finding[]> {
  const rows = await store.reader.alert.findMany({ orderBy: { raisedAt: "asc" } });
  const have = new Map<string, string[]>();
  for (const { ruleId, deviceId, raisedAt, clearedAt } of rows)
    push(have, `${ruleId} ${deviceId}`, String([raisedAt, clearedAt]));
  const missing = counter("alerts missing, or with other times", 0);
  const extra = counter("alerts that should not be, or twice", rows.length);
  for (const [ruleId, rule] of Object.entries(asked))
    for (const [deviceId, known] of readings) {
      const key = `${ruleId} ${deviceId}`;
      const want = alertsOf(rule, known).map(String);
      missing.finding.of += want.length;
      compare(
        want,
        have.get(key) ?? [],
        (span) => missing.fault(`${key} ${span}`),
        (span) => extra.fault(`${key} ${span}`),
      );
      have.delete(key);
    }
  for (const [key, spans] of have) extra.fault(`${key}: no rule of this bench`, spans.length);
  return [missing.finding, extra.finding];
}

function compare(want: string[], have: string[], lacks: (span: string) => void, extra: (span: string) => void): void {
  const [wanted, there] = [new Set(want), new Set<string>()];
  for (const span of have) {
    if (!wanted.has(span) || there.has(span)) extra(span);
    there.add(span);
  }
  for (const span of want) if (!there.has(span)) lacks(span);
}

function push(map: Map<string, string[]>, key: string, text: string): void {
  const known = map.get(key);
  if (known) known.push(text);
  else map.set(key, [text]);
}

async function ofDispatch(store: Store, desk: Acknowledgements): Promise<Finding[]> {
  const [incidents, requests] = [
    counter("acknowledged incidents missing", desk.incidents.size),
    counter("acknowledged requests missing", desk.requests.size),
  ];
  const steps = counter("acknowledged steps of requests missing", desk.steps.size);
  const state = new Map((await store.reader.incident.findMany()).map((i) => [i.id, i.state]));
  for (const id of desk.incidents)
    if (!state.has(id) || (desk.closed.has(id) && state.get(id) !== "closed")) incidents.fault(id);
  const rows = new Map((await store.reader.assignment.findMany()).map((a) => [a.id, a]));
  for (const [id, agencyId] of desk.requests) if (rows.get(id)?.agencyId !== agencyId) requests.fault(id);
  const columns = {
    accepted: "acceptedAt",
    en_route: "enRouteAt",
    arrived: "arrivedAt",
    cleared: "clearedAt",
  } as const;
  for (const step of desk.steps) {
    const [id = "", kind = ""] = step.split(" ");
    const column = columns[kind.replace("assignment.", "") as keyof typeof columns];
    if (rows.get(id)?.[column] == null) steps.fault(step);
  }
  return [incidents.finding, requests.finding, steps.finding];
}

async function ofNotices(store: Store, { desk, heard, forged }: Facts): Promise<Finding[]> {
  const rows = await store.reader.notice.findMany({ where: { receiver: "agency:road" }, orderBy: { seq: "asc" } });
  const seqOf = new Map(rows.map((row) => [row.id, row.seq]));
  const first = [...new Map(heard.map((h) => [h.id, h])).values()];
  const idsOf = new Map<string, string[]>();
  for (const { id, type, about } of first) push(idsOf, `${about} ${type}`, id);
  const untold = counter("notices of the outbox that were not told", rows.length);
  const told = new Set(first.map((h) => h.id));
  for (const { id, state } of rows) if (state !== "delivered" || !told.has(id)) untold.fault(`${id} is ${state}`);
  const requests = counter("acknowledged requests and steps not told once", 0);
  const due = [...desk.requests].filter(([, agency]) => agency === "road").map(([id]) => `${id} assignment.requested`);
  for (const key of [...due, ...desk.steps]) {
    requests.finding.of++;
    if (idsOf.get(key)?.length !== 1) requests.fault(`${key} told under ${idsOf.get(key)?.length ?? 0} ids`);
  }
  const invented = counter("notices told that are not in the database", first.length);
  for (const { id } of first) if (!seqOf.has(id)) invented.fault(id);
  if (forged > 0) invented.fault("a signature that does not fit", forged);
  const order = counter("notices told out of order", first.length);
  first.reduce((before, { id }) => {
    const seq = seqOf.get(id) ?? 0;
    if (seq < before) order.fault(id);
    return Math.max(before, seq);
  }, 0);
  return [untold.finding, requests.finding, invented.finding, order.finding];
}

function counter(name: string, of: number) {
  const finding: Finding = { name, of, faults: 0 };
  const fault = (example: string, count = 1) => {
    finding.faults += count;
    finding.example ??= example;
  };
  return { finding, fault };
}
