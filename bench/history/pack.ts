import { KEEP } from "../../lib/kinds/keep";
import { Packer, type Step } from "../../lib/store/history/packer";
import type { Store } from "../../lib/store/open";

/** What the product's packer took, ms for each step of a sort. */
export type Took = Map<Step, number[]>;

export function benchPacker(store: Store): Packer {
  const onSick = (stream: number, error: unknown) => {
    throw new Error(`Stream ${stream} cannot be packed: ${error}`);
  };
  return new Packer({ history: store.history, keeps: () => new Map([[0, KEEP]]), onSick });
}

/** Lets it do all that it has to do, step by step as the city would. */
export async function packAll(store: Store, packer: Packer, now: number, took: Took): Promise<void> {
  for (;;) {
    const began = performance.now();
    const step = await store.alone(() => packer.step(now));
    if (step === null) return;
    const list = took.get(step);
    if (list) list.push(performance.now() - began);
    else took.set(step, [performance.now() - began]);
  }
}

export type Room = { table: string; bytes: number };

/** Bytes of the file that each table takes with its index, pages whole. */
export function roomOf(store: Store): Room[] {
  return store.history.reader.rows<Room>(
    `SELECT coalesce(m.tbl_name, s.name) AS "table", sum(s.pgsize) AS bytes FROM dbstat s LEFT JOIN sqlite_master m ON m.name = s.name
     WHERE coalesce(m.tbl_name, s.name) IN ('Reading', 'Late', 'Pack', 'Rollup', 'HistoryMark') AND s.aggregate = TRUE GROUP BY 1 ORDER BY 1`,
  );
}

/** Bytes of the file, and of its pages that wait to be used again. */
export function fileRoom(store: Store): { bytes: number; free: number } {
  const pragma = (name: string) => store.history.reader.row<Record<string, number>>(`PRAGMA ${name}`)?.[name] ?? 0;
  const size = pragma("page_size");
  return { bytes: size * pragma("page_count"), free: size * pragma("freelist_count") };
}
