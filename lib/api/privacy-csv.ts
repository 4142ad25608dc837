import type { Context } from "hono";
import { z } from "zod";
import { KST_OFFSET_MS } from "../base/clock";
import { type ViewEntry, ViewQuery } from "../contract/privacy";
import type { Route } from "../contract/route";
import type { Actor } from "../guard/actor";
import { listViewEntries } from "../store/camera-view/list-view-entries";
import type { answering } from "./answer";
import type { ApiContext } from "./context";
import { record } from "./record";

/** Beside the contract's table, since its answer is a file. */
export const VIEWS_CSV: Route = {
  method: "get",
  path: "/privacy/camera-views.csv",
  permission: "admin",
  summary: "The same as listCameraViews, all of it, as a CSV file; that it was taken is recorded",
  query: ViewQuery,
  answer: z.string(),
};

const PAGE_ROWS = 500;
const columns = [
  "record_row",
  "at",
  "outcome",
  "person",
  "agency",
  "camera",
  "incident",
  "purpose",
  "seconds",
  "ended_at",
] as const;

/** GET /api/v1/privacy/camera-views.csv: a page at a time, so that a long report does not hold up the city. */
export function answerViewsCsv(context: ApiContext, answer: ReturnType<typeof answering>) {
  return async (c: Context): Promise<Response> => {
    const { query } = (await answer(c, VIEWS_CSV, (asked: { query: ViewQuery; actor: Actor }) =>
      begin(context, asked),
    )) as { query: ViewQuery };
    const name = `camera-views-${localTime(query.from).slice(0, 10)}.csv`;
    return c.body(csvOf(context, query), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
    });
  };
}

/** Who takes personal data out of the house is told by the record, before the first line leaves. */
async function begin(context: ApiContext, { query, actor }: { query: ViewQuery; actor: Actor }) {
  await context.store.write((tx) =>
    record(tx, context, actor, { action: "privacy.export", subject: "camera-views", detail: query }),
  );
  return { query };
}

function csvOf({ store }: ApiContext, query: ViewQuery): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let last: ViewEntry | undefined;
  return new ReadableStream({
    // the mark at the front is how Excel knows Korean
    start: (out) => out.enqueue(text.encode(`\uFEFF${columns.join(",")}\r\n`)),
    pull: async (out) => {
      const entries = await listViewEntries(store.reader, query, PAGE_ROWS, last);
      last = entries.at(-1);
      if (entries.length > 0) out.enqueue(text.encode(entries.map(lineOf).join("")));
      if (entries.length < PAGE_ROWS) out.close();
    },
  });
}

function lineOf(view: ViewEntry): string {
  const { id, at, outcome, person, agencyId, cameraId, incidentId, purpose, seconds, endedAt } = view;
  const ended = endedAt === null ? "" : localTime(endedAt);
  const cells = [id, localTime(at), outcome, person, agencyId, cameraId, incidentId, purpose, seconds ?? "", ended];
  return `${cells.map(cellOf).join(",")}\r\n`;
}

/** Quoted where it must be; what a spreadsheet would take for a formula is made text. */
export function cellOf(value: string | number): string {
  const said = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(said) ? `"${said.replaceAll('"', '""')}"` : said;
}

/** ISO 8601 in the city's zone. */
function localTime(at: number): string {
  return new Date(at + KST_OFFSET_MS).toISOString().replace("Z", "+09:00");
}
