import fc from "fast-check";
import { expect, test } from "vitest";
import type { Device } from "../contract/device";
import type { ToldRow } from "../contract/past";
import type { Store } from "../store/open";
import { putTold } from "../store/past/put-told";
import { lastTold, toldAt } from "../store/past/told-at";
import { testStore } from "../store/test-store";
import { Chronicle } from "./chronicle";
import type { Content } from "./rooms";

const device = (id: string, name: string): Device => {
  const place = { lat: 1, lon: 2, zone: "z", class: 0, simulated: false, properties: {} };
  const times = { keepAliveMs: 1, createdAt: 0, retiredAt: null, lastSeenAt: null, status: null };
  return { id, kind: "k", name, ...place, ...times, link: "never", latest: [] };
};
const unit = (id: string, n: number) => ({ id, agencyId: "fire", lat: n }) as never;
const id = fc.constantFrom("a", "b", "c");
const content: fc.Arbitrary<Content> = fc.oneof(
  fc.tuple(id, fc.nat(3)).map(([it, n]): Content => ({ units: [unit(it, n)] })),
  fc.tuple(id, fc.nat(3)).map(([it, n]): Content => ({ devices: [device(it, `name ${n} ${"long".repeat(n * 200)}`)] })),
  id.map((it): Content => ({ devicesGone: [it] })),
  fc
    .tuple(id, fc.constantFrom("fresh" as const, "late" as const, "stale" as const))
    .map(([it, link]): Content => ({ states: [[it, "s", link]] })),
  fc
    .tuple(id, fc.option(fc.constantFrom("late" as const, "frozen" as const), { nil: undefined }))
    .map(([it, state]): Content => ({ values: [[it, "s", 1, 2, state]] })),
  id.map((it): Content => ({ links: [{ id: it, link: "late", lastSeenAt: 1 }] })),
);

/** What stands after each instant, told one after the other: the simplest account of it. */
function standing(contents: readonly Content[]): string[] {
  const all = new Map<string, unknown>();
  return contents.map((content) => {
    for (const [key, it] of changesOf(content))
      if (it === null) all.delete(key);
      else all.set(key, it);
    return JSON.stringify([...all].sort());
  });
}

function changesOf({ devices = [], devicesGone = [], units = [], links = [], states = [], values = [] }: Content) {
  const spoken = values.map(([it, stream, , , state = "fresh"]) => [it, stream, state] as const);
  return [
    ...devices.flatMap(({ latest: _l, link, lastSeenAt: _s, status: _t, ...own }) => [
      [`device ${own.id}`, own],
      [`link ${own.id}`, link],
    ]),
    ...devicesGone.flatMap((gone) => [`device ${gone}`, `link ${gone}`].map((key) => [key, null])),
    ...units.map((it) => [`unit ${it.id}`, it]),
    ...links.map((it) => [`link ${it.id}`, it.link]),
    ...[...states, ...spoken].map(([it, stream, state]) => [`state ${it} ${stream}`, state === "fresh" ? null : state]),
  ] as [string, unknown][];
}

async function flush(store: Store, chronicle: Chronicle): Promise<void> {
  while (chronicle.busy)
    await putTold(
      store,
      () => chronicle.pending(),
      (told) => chronicle.written(told),
    );
}

const shown = (rows: readonly ToldRow[]) =>
  JSON.stringify(rows.map((r) => [`${r.noun} ${r.thing}`, JSON.parse(r.body ?? "null")]).sort());

test("every moment is what the screens had been told by then, across frames and restarts", async () => {
  const store = await testStore();
  const { writer } = store.history;
  await fc.assert(
    fc.asyncProperty(
      fc.array(content, { minLength: 1, maxLength: 40 }),
      fc.integer({ min: 1, max: 12 }),
      fc.nat(40),
      async (contents, frameEvery, restartAt) => {
        for (const table of ["Told", "ToldFrame"]) writer.run(`DELETE FROM "${table}"`);
        const open = async () => {
          const { seq, frame } = lastTold(store);
          return new Chronicle(await toldAt(store, Number.MAX_SAFE_INTEGER), seq, frame, frameEvery);
        };
        let chronicle = await open();
        for (const [at, told] of contents.entries()) {
          if (at === restartAt) chronicle = await open();
          chronicle.take(at, told);
          await flush(store, chronicle);
        }
        const expected = standing(contents);
        for (const [at, text] of expected.entries()) expect([at, shown(await toldAt(store, at))]).toEqual([at, text]);
      },
    ),
    { numRuns: 60 },
  );
});
