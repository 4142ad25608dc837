import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { io } from "socket.io-client";
import { describe, expect, test, vi } from "vitest";
import { applyDelta } from "../../components/live/apply-delta";
import { cityOfSnapshot, emptyCity } from "../../components/live/city-state";
import { PulseBoard } from "../../components/live/pulse-board";
import { asDelta } from "../../components/past/past-frame";
import { timeId } from "../base/id";
import { type Client, createClient } from "../client/client";
import type { Alert } from "../contract/alert";
import type { Incident } from "../contract/incident";
import type { Delta, Snapshot } from "../contract/live";
import { makeToken } from "../guard/api-token";
import type { Running } from "../start";
import { DATA, notPlayed } from "./recorded";
import { runExercise } from "./run";

/** A screen as the browser has it. */
class Watcher {
  city = emptyCity;
  readonly board = new PulseBoard();

  take(snapshot: Snapshot): void {
    this.city = cityOfSnapshot(snapshot);
    this.board.reset(snapshot.devices);
  }

  hear(delta: Delta): void {
    this.board.apply(delta);
    this.city = applyDelta(this.city, delta);
  }

  /**
   * What is compared, all of it whole: newest value, time and state of every stream, every device's link, alerts, incidents with
   * assignments and timeline, units, zones, agencies, warnings, storage, and devices without what is of the moment
   * (`lastSeenAt`, `status`).
   */
  seen(): object {
    const { alerts, incidents, units, zones, agencies, warnings, storage, devices } = this.city;
    const whole = { alerts, incidents, units, zones, agencies };
    const lists = Object.entries(whole).map(([name, map]) => [name, [...map.values()].sort(byId)]);
    const bare = [...devices.values()].map(({ latest: _l, link: _k, lastSeenAt: _s, status: _t, ...own }) => own);
    const pulses = [...this.board.entries()].map(([id, { link, values }]) => ({
      id,
      link,
      values: [...values.values()].sort((a, b) => a.stream.localeCompare(b.stream)),
    }));
    return { ...Object.fromEntries(lists), warnings, storage, devices: bare.sort(byId), pulses: pulses.sort(byId) };
  }
}
const byId = (a: { id: string }, b: { id: string }) => a.id.localeCompare(b.id);

/** Chance with a seed, 0 ≤ x < 1: Numerical Recipes' generator. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}

type People = { operator: Client; police: Client; watcher: Watcher; close(): void };

async function enter({ store, url }: Running): Promise<People> {
  const token = async (role: "operator" | "police") =>
    (await store.write((tx) => makeToken(tx, { role, label: role, at: 0, newId: timeId }))).text;
  const headers = async (role: "operator" | "police") => ({ authorization: `Bearer ${await token(role)}` });
  const [operator, police] = [await headers("operator"), await headers("police")];
  const watcher = new Watcher();
  const socket = io(`${url}/live`, { extraHeaders: operator, transports: ["websocket"] });
  socket.on("snapshot", (snapshot: Snapshot) => watcher.take(snapshot));
  socket.on("delta", (delta: Delta) => watcher.hear(delta));
  const connect = (given: Record<string, string>) => createClient(url, { headers: given });
  return { operator: connect(operator), police: connect(police), watcher, close: () => void socket.disconnect() };
}

/** Somebody does something: sees an alert, opens an incident, asks for a unit, answers, writes, closes. */
async function act({ operator, police, watcher }: People, chance: () => number): Promise<void> {
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(chance() * list.length)];
  const alert = pick([...watcher.city.alerts.values()].filter((a) => a.state === "raised"));
  const loose = pick([...watcher.city.alerts.values()].filter((a) => a.incidentId === null));
  const incident = pick([...watcher.city.incidents.values()].filter((i) => i.state === "open"));
  const asked = pick(incident?.assignments.filter((a) => a.agencyId === "police") ?? []);
  const unit = pick([...watcher.city.units.values()].filter((u) => u.agencyId === "police"));
  const params = { id: incident?.id ?? "" };
  const acts = [
    () => alert && operator.call("acknowledgeAlert", { params: { id: alert.id }, body: { note: "seen" } }),
    () => loose && operator.call("openIncident", { body: { alertIds: [loose.id] } }),
    () => operator.call("requestAssignment", { params, body: { agencyId: "police", unitId: unit?.id ?? null } }),
    () => operator.call("noteIncident", { params, body: { text: "still rising" } }),
    ...(["accept", "en-route", "arrive", "clear"] as const).map(
      (step) => () => asked && police.call("stepAssignment", { params: { id: asked.id, step }, body: {} }),
    ),
    () => operator.call("closeIncident", { params, body: { cause: "the river has fallen" } }),
  ];
  // what is not possible now is refused, and changes nothing
  await Promise.resolve(pick(acts)?.()).catch(() => undefined);
}

/** Everything that is due now has happened, and the screen has heard of it. */
async function settle({ city }: Running, { watcher }: People): Promise<void> {
  await city.escalate();
  await vi.waitFor(
    () => {
      const { hub, view } = city;
      const heard = new Watcher();
      heard.take({ ...emptyCity, ...hub.state.standing(), ...snapshotRest(city), devices: view.devices() } as never);
      const seen = watcher.seen() as { alerts: unknown; incidents: unknown; units: unknown; pulses: unknown };
      const there = heard.seen() as typeof seen;
      for (const part of ["alerts", "incidents", "units", "pulses"] as const) expect(seen[part]).toEqual(there[part]);
    },
    { timeout: 20_000, interval: 5 },
  );
}

/** What was seen at any of these moments: that nothing happened would be equal too. */
function kindsIn(seen: readonly object[]): string[] {
  const all = seen as { alerts: Alert[]; incidents: Incident[] }[];
  const kinds = all.flatMap(({ alerts, incidents }) => [
    ...alerts.map((a) => `alert ${a.state}`),
    ...incidents.map((i) => `incident ${i.state}`),
    ...incidents.flatMap((i) => i.assignments).map((a) => `assignment ${a.state}`),
  ]);
  return [...new Set(kinds)];
}

const snapshotRest = ({ view }: Running["city"]) => ({
  city: view.city(),
  kinds: [],
  stations: [],
  warnings: [],
  storage: { state: "ok", since: null },
});

describe.skipIf(notPlayed("han-river-2022-08"))("the flood of August 2022, seen again", () => {
  test("any moment of the past is what /live said at that moment, and playing leads from one to the next", async () => {
    const dir = mkdtempSync(join(tmpdir(), "haechi-past-"));
    const chance = seeded(20220810);
    const moments: { at: number; seen: object }[] = [];
    let people: People | null = null;
    let running: Running | null = null;
    const exercise = await runExercise(
      {
        devices: `${DATA}/han-river-2022-08/devices.csv`,
        readings: `${DATA}/han-river-2022-08/readings.csv.gz`,
        ...{ speed: Number.POSITIVE_INFINITY, dir, port: 0, keep: false, screens: false },
      },
      {
        started: (city) => {
          running = city;
        },
        progress: async () => {
          if (!running) return;
          people ??= await enter(running);
          if (chance() > 0.12) return;
          await settle(running, people);
          for (let acts = 1 + Math.floor(chance() * 3); acts > 0; acts--) {
            await act(people, chance);
            await settle(running, people);
          }
          moments.push({ at: running.city.view.city().now, seen: people.watcher.seen() });
        },
      },
    );
    const { operator, close } = people as unknown as People;
    try {
      expect(moments.length).toBeGreaterThan(40);
      expect(kindsIn(moments.map((m) => m.seen))).toEqual(
        expect.arrayContaining([
          ...["alert raised", "alert acknowledged", "alert cleared", "incident open", "incident closed"],
          ...["requested", "accepted", "en-route", "arrived", "cleared"].map((state) => `assignment ${state}`),
        ]),
      );
      const took: number[] = [];
      for (const { at, seen } of [...moments].sort(() => chance() - 0.5)) {
        const began = performance.now();
        const city = await operator.call("getCityAt", { query: { t: at } });
        took.push(performance.now() - began);
        const past = new Watcher();
        past.take(city);
        expect(past.seen(), new Date(at).toISOString()).toEqual(seen);
      }
      console.info(
        `city/at ms, sorted: ${took
          .sort((a, b) => a - b)
          .map((ms) => ms.toFixed(1))
          .join(" ")}`,
      );
      const player = new Watcher();
      player.take(await operator.call("getCityAt", { query: { t: moments[0]?.at ?? 0 } }));
      for (const [i, { at, seen }] of moments.entries()) {
        for (let from = moments[i - 1]?.at ?? at; from < at; ) {
          const query = { from, to: at, stepMs: Math.max(60_000, Math.ceil((at - from) / 500)) };
          const { to, frames } = await operator.call("getCityChanges", { query });
          for (const frame of frames) player.hear(asDelta(frame, player.board));
          from = to;
        }
        expect(player.seen(), new Date(at).toISOString()).toEqual(seen);
      }
    } finally {
      close();
      await exercise.end();
      rmSync(dir, { recursive: true, force: true });
    }
  }, 300_000);
});
