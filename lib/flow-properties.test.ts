import fc from "fast-check";
import { expect, test } from "vitest";
import { outcomeOf } from "./alert/outcome";
import { planOf } from "./analyze/plan";
import { replay, type Sample } from "./analyze/replay";
import type { Verdict } from "./analyze/watch";
import type { Alert } from "./contract/alert";
import type { Registry } from "./ingest/registry";
import { apparentC } from "./kinds/apparent-temperature";
import { watched } from "./rebind";
import type { Store } from "./store/open";
import { alertLine, story, storyRiver, storyRules, type Told } from "./test-stories";

// a few in the check; npm test tells many
const numRuns = process.env.HAECHI_RECORDINGS === "on" ? 100 : 2;
const timeout = 300_000;

/** By which device readings come in: their own, or the gateway of the gauges, which tells theirs a second time. */
const LINES = { jamsu: "jamsu", gauge: "gauge", box: "box", relay: "box" };
type Line = keyof typeof LINES;
const lines = Object.keys(LINES) as Line[];
const toldBy = (line: Line, readings: readonly Told[]) =>
  readings.filter((r) => (line === "relay" ? r.deviceId !== "box" : r.deviceId === line));

/** The ordered, complete sequence. */
async function inOrder(readings: readonly Told[]) {
  const river = await storyRiver();
  const { flow } = await river.open();
  for (const line of ["jamsu", "gauge", "box"] as const) await flow.readings(line, toldBy(line, readings));
  return river.end();
}

/** What becomes of a frame: a device sends one at a time, and the same again until it is answered. */
const frame = fc.record({
  line: fc.constantFrom(...lines),
  size: fc.integer({ min: 1, max: 8 }),
  fate: fc.constantFrom("arrives", "arrives", "its answer is lost", "lost", "comes once more, later"),
  back: fc.nat({ max: 20 }),
});
/** Frames that are on their way together, and what happens meanwhile. */
const wave = fc.record({
  frames: fc.uniqueArray(frame, { minLength: 1, maxLength: 4, selector: (f) => f.line }),
  meanwhile: fc.constantFrom("nothing", "nothing", "the city starts anew", "the disk refuses", "it is packed"),
  steps: fc.nat({ max: 12 }),
});

test("over lines that lose, delay and repeat, past restarts, a full disk and packing, the same remains as of the ordered, complete sequence", {
  timeout,
}, async () => {
  const holds = fc.asyncProperty(story, fc.array(wave, { maxLength: 12 }), async (readings, waves) => {
    const expected = await inOrder(readings);
    const river = await storyRiver();
    let { flow } = await river.open();
    const answered: Record<Line, number> = { jamsu: 0, gauge: 0, box: 0, relay: 0 };
    const pass = async ({ line, size, fate, back }: (typeof waves)[number]["frames"][number]) => {
      if (fate === "lost") return;
      const old = fate === "comes once more, later";
      const from = old ? Math.max(0, answered[line] - back) : answered[line];
      const sent = toldBy(line, readings).slice(from, old ? Math.min(answered[line], from + size) : from + size);
      const taken = await flow.readings(LINES[line], sent).catch(() => null);
      if (taken && fate === "arrives") answered[line] += sent.length;
    };
    for (const { frames, meanwhile, steps } of waves) {
      if (meanwhile === "the city starts anew") ({ flow } = await river.restart());
      if (meanwhile === "it is packed") await river.pack(steps);
      const mend = meanwhile === "the disk refuses" ? breakDisk(river.store) : () => {};
      await Promise.all(frames.map(pass));
      mend();
    }
    for (const line of lines) await flow.readings(LINES[line], toldBy(line, readings).slice(answered[line]));
    expect(await river.end()).toEqual(expected);
  });
  await fc.assert(holds, { numRuns });
});

function breakDisk(store: Store): () => void {
  const { batch } = store;
  store.batch = () => Promise.reject(new Error("disk full"));
  return () => {
    store.batch = batch;
  };
}

/** Frames of any readings in any order, and what happens before each. */
const scattered = fc.array(
  fc.record({
    line: fc.constantFrom(...lines),
    picks: fc.array(fc.nat({ max: 999 }), { minLength: 1, maxLength: 8 }),
    before: fc.constantFrom("nothing", "nothing", "nothing", "the city starts anew", "it is packed"),
    steps: fc.nat({ max: 12 }),
  }),
  { maxLength: 25 },
);

test("in any order the same rows and charts remain; what was late counts in sums and is never judged", {
  timeout,
}, async () => {
  const holds = fc.asyncProperty(story, scattered, async (readings, frames) => {
    const { alerts: _alerts, ...expected } = await inOrder(readings);
    const river = await storyRiver();
    const first = await river.open();
    let { flow } = first;
    const { registry } = first;
    const plan = planOf({ rules: storyRules, devices: watched(registry), zones: [] }, Date.now());
    const keys = keysOf(registry);
    const arrived: Told[] = [];
    const tell = async (line: Line, sent: Told[]) => {
      await flow.readings(LINES[line], sent);
      arrived.push(...sent.toSorted((a, b) => a.at - b.at));
    };
    for (const { line, picks, before, steps } of frames) {
      if (before === "the city starts anew") ({ flow } = await river.restart());
      if (before === "it is packed") await river.pack(steps);
      const own = toldBy(line, readings);
      await tell(
        line,
        picks.flatMap((i) => own[i % own.length] ?? []),
      );
    }
    for (const line of lines) await tell(line, toldBy(line, readings));
    expect(await river.end()).toEqual({ ...expected, alerts: alertsOf(replay(plan, samplesOf(arrived, keys))) });
  });
  await fc.assert(holds, { numRuns });
});

/** What the city makes of readings in the order in which they arrived: each once, and behind them what it computes of them. */
function* samplesOf(arrived: readonly Told[], keys: ReadonlyMap<string, number>): Generator<Sample> {
  const known = new Map<string, number>();
  const sample = (name: string, at: number, value: number) => ({ key: keys.get(name) ?? name, at, value });
  for (const { deviceId, stream, at, value } of arrived) {
    if (known.has(`${stream} ${at}`)) continue;
    known.set(`${stream} ${at}`, value);
    yield sample(`${deviceId} ${stream}`, at, value);
    const [t, h, w] = ["temperature", "humidity", "wind-speed"].map((name) => known.get(`${name} ${at}`));
    if (deviceId === "box" && t !== undefined && h !== undefined && w !== undefined)
      yield sample("box apparent-temperature", at, Math.round(apparentC(t, h, w, at) * 100) / 100);
  }
}

function keysOf({ devices }: Registry): Map<string, number> {
  const streams = [...devices.values()].flatMap((device) => [...device.streams.values()]);
  return new Map(streams.map(({ id, spec, device }) => [`${device.record.id} ${spec.name}`, id]));
}

/** Verdicts as the alerts that come of them. */
function alertsOf(verdicts: Iterable<Verdict>): string[] {
  const alerts = new Map<string, Alert>();
  const place = (deviceId: string, stream: string) => ({
    deviceId,
    stream,
    deviceName: "",
    kind: "",
    zone: "",
    lat: 0,
    lon: 0,
  });
  const given = {
    now: 0,
    newId: () => String(alerts.size),
    place,
    standing: (id: string) => alerts.get(id),
    known: () => [],
  };
  for (const verdict of verdicts)
    for (const alert of Object.values(outcomeOf([verdict], given)).flat()) alerts.set(alert.id, alert);
  return [...alerts.values()].map(alertLine).sort();
}
