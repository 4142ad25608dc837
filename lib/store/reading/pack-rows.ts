/** [at, stream, value] */
export type ReadingRow = [at: number, stream: number, value: number];

/** Readings as the database's ReadingGroup takes them: a time to count from, and `{ "(at - base) * 2^20 + stream": value, … }`. */
export type Packet = { base: number; readings: string };

/** Stream numbers are below this; the trigger of the migration knows it as a shift of 20. */
const STREAMS = 2 ** 20;
/** Times further apart than this (99 days) do not fit into one exact number beside the stream: they make another packet. */
const SPAN_MS = 2 ** 33;

/**
 * Rows as packets: one where they lie within 99 days, more where not. A flat object costs SQLite half of what an array of
 * arrays does, which it would parse once more for each field.
 */
export function packRows(rows: readonly ReadingRow[]): Packet[] {
  const packets: Packet[] = [];
  let base = Number.NaN;
  let open: string[] = [];
  const close = () => open.length > 0 && packets.push({ base, readings: `{${open.join(",")}}` });
  for (const [at, stream, value] of rows) {
    if (stream >= STREAMS) throw new Error(`Stream ${stream} is beyond what a packet can name.`);
    if (!(at - base >= 0 && at - base < SPAN_MS)) {
      close();
      base = at;
      open = [];
    }
    open.push(`"${(at - base) * STREAMS + stream}":${value}`);
  }
  close();
  return packets;
}
