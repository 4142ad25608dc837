import { KEEP } from "../../lib/kinds/keep";
import { Packer, type Step } from "../../lib/store/history/packer";
import type { Store } from "../../lib/store/open";
import { count, line, ms, perSecond, quantile } from "../figures";

/** What each step of a sort took, ms: by the wall, where others have the machine too, and of the processor. */
export type Took = Map<Step, { wall: number; cpu: number }[]>;

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
    const used = process.cpuUsage();
    const step = await store.alone(() => packer.step(now));
    if (step === null) return;
    const { user, system } = process.cpuUsage(used);
    const one = { wall: performance.now() - began, cpu: (user + system) / 1000 };
    const list = took.get(step);
    if (list) list.push(one);
    else took.set(step, [one]);
  }
}

/** How fast it packed, and how long its steps were. */
export function reportSteps(packed: number, took: Took): void {
  const sum = (steps: Took) => [...steps.values()].flat().reduce((all, { wall }) => all + wall, 0);
  const packing = new Map([...took].filter(([step]) => step === "pack"));
  const whole = `with loading, deleting and checkpoints ${count(perSecond(packed, sum(took)))}`;
  line("packer, readings/s", count(perSecond(packed, sum(packing))), whole);
  for (const [step, list] of took)
    for (const clock of ["wall", "cpu"] as const) {
      const times = list.map((one) => one[clock]);
      const figures = [0.5, 0.99, 1].map((p) => ms(quantile(times, p))).join(" / ");
      const name = clock === "wall" ? `    step "${step}", p50 / p99 / longest` : "        of it processor";
      line(name, figures, clock === "wall" ? `${count(list.length)} steps` : "");
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
