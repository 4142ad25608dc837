import type { Alert } from "../../contract/alert";
import type { ForecastResult } from "../../contract/forecast";
import type { UnitMove } from "../../contract/live";
import type { Notice } from "../../contract/notice";
import { alertRow, levelRow } from "../alert/alert-row";
import { resultRow } from "../forecast/result-row";
import type { History } from "../history/history";
import { enqueueSql } from "../notice/enqueue";
import type { Statements, Store } from "../open";
import { type SeenFacts, seenSql } from "../stream/put-last-seen";
import { movesSql } from "../unit/move-units";
import { packRows, type ReadingRow } from "./pack-rows";

/** `since`: from when on the stream says this very value. */
export type LatestRow = [...ReadingRow, since?: number];
/** A reading that is not believed, and what its stream said before. */
export type DoubtRow = [stream: number, at: number, believedAt: number, believed: number];
export type RuleStateRow = [ruleId: string, deviceId: string, stream: string, memory: string];

export type CommitFacts = {
  fresh: ReadingRow[];
  late: ReadingRow[];
  /** The newest of each stream among the fresh. */
  latest: LatestRow[];
  doubted: DoubtRow[];
  /** Doubted before, believed now. */
  confirmed: [stream: number, at: number][];
  raised: Alert[];
  /** At another level, in the order in which they changed. */
  changed: Alert[];
  cleared: Alert[];
  memories: RuleStateRow[];
  /** What became of forecasts. */
  forecasts: ForecastResult[];
  /** Of the devices whose silence is remembered otherwise; null where there is none. */
  seen: SeenFacts | null;
  /** Where units are now. */
  moves: UnitMove[];
  /** What is told outside of what was raised and cleared. */
  notices: Notice[];
};

export const noFacts: CommitFacts = {
  fresh: [],
  late: [],
  latest: [],
  doubted: [],
  confirmed: [],
  raised: [],
  changed: [],
  cleared: [],
  memories: [],
  forecasts: [],
  seen: null,
  moves: [],
  notices: [],
};

/** Readings and all that was judged of them in one transaction: a reading is on the disk if and only if its judgement is. */
export async function commitReadings(store: Store, facts: CommitFacts): Promise<void> {
  try {
    await store.batch(statementsOf(facts), () => remember(store.history, facts));
  } catch (error) {
    // whether a commit that fails has reached the disk is not known: what it held is read from there
    store.history.tails.forgetFrom(facts.fresh.reduce((first, [at]) => Math.min(first, at), Number.POSITIVE_INFINITY));
    rememberLate(store.history, facts);
    throw error;
  }
}

/**
 * The log is only ever added to at the end of each stream; what comes out of order has its place beside it. Where nothing is
 * raised or told it is one statement.
 */
function statementsOf(facts: CommitFacts): Statements {
  const [first = noRows, ...more] = packRows(facts.fresh);
  const [latest, memories] = [JSON.stringify(facts.latest), JSON.stringify(facts.memories)];
  return (w) => [
    w.$executeRaw`INSERT INTO "ReadingGroup" VALUES (${first.base}, ${first.readings}, ${latest}, ${memories})`,
    ...more.map((m) => w.$executeRaw`INSERT INTO "ReadingGroup" VALUES (${m.base}, ${m.readings}, '[]', '[]')`),
    ...(facts.late.length
      ? [
          w.$executeRaw`INSERT INTO "Late"("at","stream","value")
            SELECT e.value->>0, e.value->>1, e.value->>2 FROM json_each(${JSON.stringify(facts.late)}) e WHERE true ON CONFLICT DO NOTHING`,
        ]
      : []),
    ...facts.doubted.map(
      ([stream, at, believedAt, believed]) =>
        w.$executeRaw`INSERT INTO "Doubt" VALUES (${stream}, ${at}, ${believedAt}, ${believed}) ON CONFLICT DO NOTHING`,
    ),
    ...facts.confirmed.map(
      ([stream, at]) => w.$executeRaw`DELETE FROM "Doubt" WHERE "stream" = ${stream} AND "at" = ${at}`,
    ),
    ...facts.raised.map((alert) => w.alert.create({ data: alertRow(alert) })),
    ...facts.changed.map((a) => w.alert.update({ where: { id: a.id }, data: levelRow(a) })),
    ...facts.cleared.map((a) => w.alert.update({ where: { id: a.id }, data: clearingOf(a) })),
    ...facts.forecasts.map((result) => w.forecastOutcome.create({ data: resultRow(result) })),
    ...(facts.seen ? seenSql(facts.seen).map((statement) => w.$executeRaw(statement)) : []),
    ...(facts.moves.length ? [w.$executeRaw(movesSql(facts.moves))] : []),
    ...(facts.notices.length ? [w.$executeRaw(enqueueSql(facts.notices))] : []),
  ];
}

const noRows = { base: 0, readings: "{}" };

function remember(history: History, facts: CommitFacts): void {
  history.tails.committed(facts.fresh);
  rememberLate(history, facts);
}

function rememberLate(history: History, { late }: CommitFacts): void {
  for (const [, stream] of late) history.late.set(stream, (history.late.get(stream) ?? 0) + 1);
}

function clearingOf(alert: Alert) {
  const { clearedAt, clearedValue, forecast } = alert;
  const end = { state: "cleared", clearedAt: BigInt(clearedAt ?? 0), clearedValue };
  return forecast ? { ...end, forecast: JSON.stringify(forecast) } : end;
}
