import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FairQueue, type Limits } from "./fair-queue";

const limits: Limits = { quantum: 10, group: 40, share: 50, total: 200 };
type Item = { sender: string; n: number; cost: number };
type Step = { sender: number; cost: number } | "take";

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ sender: fc.integer({ min: 0, max: 9 }), cost: fc.integer({ min: 1, max: 60 }) }),
  },
  { weight: 1, arbitrary: fc.constant<Step>("take") },
);

/** Plays the steps, then takes until nothing waits. Gives what was let in and what came out, and looks at every moment. */
function play(steps: readonly Step[], look: (queue: FairQueue<Item>, inside: Map<string, Item[]>) => void = () => {}) {
  const queue = new FairQueue<Item>(limits);
  const offered: Item[] = [];
  const taken: Item[][] = [];
  const inside = new Map<string, Item[]>();
  const take = () => {
    const round = queue.take();
    for (const item of round) expect(inside.get(item.sender)?.shift()).toBe(item);
    taken.push(round);
  };
  for (const [n, next] of steps.entries()) {
    if (next === "take") take();
    else {
      const item = { sender: `s${next.sender}`, n, cost: next.cost };
      if (queue.offer(item.sender, item, item.cost)) {
        offered.push(item);
        inside.set(item.sender, [...(inside.get(item.sender) ?? []), item]);
      }
    }
    look(queue, inside);
  }
  while (queue.size > 0) take();
  return { offered, taken };
}

const costOf = (items: readonly Item[]) => items.reduce((sum, i) => sum + i.cost, 0);

describe("whatever comes in whatever order", () => {
  test("what was let in comes out once, in its sender's order", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        const { offered, taken } = play(steps);
        expect(taken.flat().toSorted((a, b) => a.n - b.n)).toEqual(offered);
      }),
    );
  });

  test("no sender has more waiting than its share, but for one item, and all together not more than the whole", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        play(steps, (queue, inside) => {
          const waiting = [...inside.values()];
          expect(queue.cost).toBe(costOf(waiting.flat()));
          expect(queue.size).toBe(waiting.flat().length);
          expect(queue.cost).toBeLessThanOrEqual(limits.total);
          for (const line of waiting) if (line.length > 1) expect(costOf(line)).toBeLessThanOrEqual(limits.share);
        });
      }),
    );
  });

  test("nobody starves: who is k-th in the ring gives in the k-th of every second round at the latest, however much the others bring", () => {
    const lines = fc.array(fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 1, maxLength: 5 }), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(lines, (costs) => {
        const queue = new FairQueue<string>({ ...limits, total: 10_000 });
        for (const [i, line] of costs.entries()) for (const cost of line) queue.offer(`s${i}`, `s${i}`, cost);
        const unheard = new Set(costs.map((_, i) => `s${i}`));
        for (let round = 0; unheard.size > 0; round++) {
          for (const sender of queue.take()) {
            unheard.delete(sender);
            queue.offer(sender, sender, 5);
          }
          expect(unheard.has(`s${(round - 1) / 2}`)).toBe(false);
        }
      }),
    );
  });
});

test("a round takes a quantum of each; a flood gives no more than the others", () => {
  const queue = new FairQueue<string>(limits);
  for (let i = 0; i < 12; i++) queue.offer("flood", `flood ${i}`, 4);
  queue.offer("a", "a", 4);
  queue.offer("b", "b", 4);
  expect(queue.take()).toEqual(["flood 0", "flood 1", "a", "b"]);
  expect(queue.take()).toEqual(["flood 2", "flood 3"]);
});

test("who comes with little beside a flood is taken at once and alone, but not twice in a row", () => {
  const queue = new FairQueue<string>(limits);
  for (let i = 0; i < 12; i++) queue.offer("flood", "flood", 4);
  const come = (sender: string) => queue.offer(sender, sender, 4);
  expect(queue.take()).toEqual(["flood", "flood"]);
  come("a");
  expect(queue.take()).toEqual(["a"]);
  come("b");
  expect(queue.take()).toEqual(["flood", "flood", "b"]);
  for (const sender of ["c", "d"]) come(sender);
  expect(queue.take()).toEqual(["c", "d"]);
  expect(queue.take()).toEqual(["flood", "flood"]);
  for (const sender of ["e", "f", "g"]) come(sender);
  expect(queue.take()).toEqual(["flood", "flood", "e", "f", "g"]);
});

test("a round that is full goes on where it stopped", () => {
  const queue = new FairQueue<number>(limits);
  for (let i = 0; i < 9; i++) queue.offer(`s${i}`, i, 10);
  expect([queue.take(), queue.take(), queue.take()]).toEqual([[0, 1, 2, 3], [4, 5, 6, 7], [8]]);
});

test("what is put back comes first, and one item larger than a share is let in alone", () => {
  const queue = new FairQueue<string>(limits);
  expect(queue.offer("s", "large", 90)).toBe(true);
  expect(queue.offer("s", "small", 1)).toBe(false);
  expect(queue.take()).toEqual(["large"]);
  queue.offer("s", "small", 1);
  queue.putBack("s", "rest of large", 10);
  expect([queue.take(), queue.take()]).toEqual([["rest of large"], ["small"]]);
});
