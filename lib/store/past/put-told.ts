import { deflateRawSync } from "node:zlib";
import type { ToldFrame, ToldRow } from "../../contract/past";
import { ByteWriter } from "../history/bytes";
import type { HistoryDb } from "../history/history-db";
import type { Store } from "../open";

/** A body that is longer is deflated: an incident is told whole each time that a line is added to its story. */
const LONG = 1000;

export type Told = { rows: readonly ToldRow[]; frame: ToldFrame | null };

/** Stores what `take` gives once nobody else writes, and tells `done`; throws where another process writes, or the disk refuses. */
export async function putTold(store: Store, take: () => Told, done: (told: Told) => void): Promise<void> {
  await store.alone(() => {
    const told = take();
    const { writer } = store.history;
    writer.transaction(() => write(writer, told));
    done(told);
  });
}

function write(db: HistoryDb, { rows, frame }: Told): void {
  for (const { seq, at, noun, thing, body } of rows)
    db.run(
      'INSERT INTO "Told" ("seq", "at", "noun", "thing", "body") VALUES (?, ?, ?, ?, ?)',
      seq,
      at,
      noun,
      thing,
      packed(body),
    );
  if (!frame) return;
  const bytes = new ByteWriter();
  bytes.varint(frame.rows.length);
  let before = 0;
  for (const seq of frame.rows) {
    bytes.varint(seq - before);
    before = seq;
  }
  db.run('INSERT INTO "ToldFrame" ("seq", "at", "rows") VALUES (?, ?, ?)', frame.seq, frame.at, bytes.packed());
}

/** SQLite keeps text as text in a column of bytes: short bodies can be read by anybody. */
function packed(body: string | null): string | Buffer | null {
  return body === null || body.length <= LONG ? body : deflateRawSync(body, { level: 1 });
}
