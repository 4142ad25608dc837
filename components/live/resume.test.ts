import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { Flaky, type Happening, liveWorld, ROOMS, whatIsSeen } from "./test-world";

// `npm test` looks longer than `npm run check`
const numRuns = process.env.HAECHI_RECORDINGS === "on" ? 1000 : 40;
afterEach(() => {
  vi.useRealTimers();
});

type Moment = Happening | { type: "screen"; screen: number; does: "come" | "drop" | "stall" | "drain" };
const one = <T extends string>(...of: T[]) => fc.constantFrom(...of);
const device = one("gauge", "box", "camera");
const id = one("a", "b", "c");
const moment: fc.Arbitrary<Moment> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ type: one("value"), device, value: fc.nat(99) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: one("screen"),
      screen: fc.nat(5),
      does: one("come", "come", "drop", "stall", "stall", "drain"),
    }),
  },
  fc.record({ type: one("link"), device, link: one("fresh", "late", "offline") }),
  fc.record({ type: one("rename"), device, name: one("강", "x".repeat(300)) }),
  fc.record({ type: one("alert"), id, state: one("raised", "acknowledged", "cleared") }),
  fc.record({
    type: one("incident"),
    id: one("i", "j"),
    agencies: fc.subarray(["fire", "police"]),
    alertIds: fc.subarray(["a", "b", "c"]),
  }),
  fc
    .record({ type: one("unit"), id, agencyId: one("fire", "police") })
    .map((unit) => ({ ...unit, id: `${unit.agencyId} ${unit.id}` })),
  fc.record({ type: one("zone"), id, gone: fc.boolean() }),
  fc.record({ type: one("summary") }),
  fc.record({ type: one("time"), ms: fc.constantFrom(1, 30, 200, 61_000) }),
);

/** Screens of each room with bad lines, and what they are compared with: screens whose line never breaks, or that come at the end. */
function play(given: readonly Moment[], others: "steady" | "new"): void {
  const world = liveWorld();
  const whole = ROOMS.map((room) => new Flaky(world, room));
  const flaky = [...ROOMS, ...ROOMS].map((room) => new Flaky(world, room));
  for (const screen of others === "steady" ? [...whole, ...flaky] : flaky) screen.come();
  for (const it of given) {
    if (it.type === "screen") flaky[it.screen]?.[it.does]();
    else world.happen(it);
  }
  for (const screen of [...flaky, ...whole]) screen.come();
  for (const screen of flaky) screen.drain();
  world.settle();
  console.log(
    JSON.stringify(
      world.figures().map((f) => [f.room, f.screens, f.resumed, f.snapshots, f.cuts, f.fellBehind, f.messages]),
    ),
  );
  flaky.forEach((screen, i) => {
    const other = whole[i % ROOMS.length];
    expect([screen.room, whatIsSeen(screen)]).toEqual([screen.room, other && whatIsSeen(other)]);
  });
  // a screen that reads all the time is never sent anew what it has
  expect(whole.map((screen) => screen.snapshots)).toEqual([1, 1, 1]);
}

const moments = fc.array(moment, { maxLength: 150, size: "max" });

test("whatever lines break, stall and come back: they show what those show whose line never broke, and nothing is told twice", () => {
  fc.assert(
    fc.property(moments, (given) => play(given, "steady")),
    { numRuns },
  );
}, 60_000);

test("a room that everybody left, for a while or for long, is found again as it is", () => {
  fc.assert(
    fc.property(moments, (given) => play(given, "new")),
    { numRuns },
  );
}, 60_000);
