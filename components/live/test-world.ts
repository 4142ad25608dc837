import { expect, vi } from "vitest";
import { plainAgency } from "@/lib/contract/agency";
import type { Alert } from "@/lib/contract/alert";
import type { Device } from "@/lib/contract/device";
import type { Incident, Unit } from "@/lib/contract/incident";
import type { Delta, Snapshot } from "@/lib/contract/live";
import type { Room } from "@/lib/contract/viewer";
import { visibleIncident } from "@/lib/guard/visible-incident";
import { LiveHub, type LiveNamespace } from "@/lib/live/hub";
import type { Wire } from "@/lib/live/line";
import { LIVE, type SendOptions } from "@/lib/live/message";
import type { Content } from "@/lib/live/rooms";
import { applyDelta } from "./apply-delta";
import { cityOfSnapshot, emptyCity } from "./city-state";
import { PulseBoard } from "./pulse-board";

export const ROOMS: Room[] = ["staff", "agency:fire", "public"];
/** So small that a few deltas overflow each of them. */
const limits = { logDeltas: 12, logBytes: 6000, waitingBytes: 900, littleBytes: 300 };
const names = { name: { ko: "", en: "" } };

export type Happening =
  | { type: "value"; device: string; value: number }
  | { type: "link"; device: string; link: Device["link"] }
  | { type: "rename"; device: string; name: string }
  | { type: "alert"; id: string; state: Alert["state"] }
  | { type: "incident"; id: string; agencies: string[]; alertIds: string[] }
  | { type: "unit"; id: string; agencyId: string }
  | { type: "zone"; id: string; gone: boolean }
  | { type: "summary" }
  | { type: "time"; ms: number };

export type LiveWorld = ReturnType<typeof liveWorld>;

/** A city of three devices, one of them a camera, with its hub: everything but the sockets is real. */
export function liveWorld() {
  vi.useFakeTimers({ now: 1_000_000 });
  const devices = new Map(["gauge", "box", "camera"].map((name, i) => [name, deviceOf(name, i)]));
  let welcome: (socket: object) => void = () => undefined;
  let told = 0;
  const clock = { now: () => Date.now(), steady: () => Date.now() };
  const health = () => ({ told }) as never;
  const hub = new LiveHub({
    boot: "boot",
    clock,
    wall: clock,
    limits,
    known: { kinds: [], stations: [], zones: [], alerts: [], incidents: [], units: [], agencies: [agency("fire")] },
    source: {
      city: () => ({ now: Date.now(), speed: 1 }) as never,
      devices: () => [...devices.values()].map((it) => ({ ...it, latest: [...it.latest] })),
      health,
      summary: () => ({ told }) as never,
      storage: () => ({ state: "ok", since: null }),
      official: () => ({ warnings: [], feeds: [] }),
      hidden: (id) => id === "camera",
    },
    visible: visibleIncident,
    identify: () => Promise.reject(new Error("not asked")),
  });
  hub.attach({
    use: () => undefined,
    on: (_: string, handler: (socket: object) => void) => {
      welcome = handler;
    },
    sockets: new Map(),
  } as unknown as LiveNamespace);

  function happen(it: Happening): void {
    if (it.type === "time") return void vi.advanceTimersByTime(it.ms);
    told++;
    if ("device" in it) speak(it);
    else hub.tell(contentOf(it, told, hub.state));
  }

  function speak(it: Extract<Happening, { device: string }>): void {
    const device = devices.get(it.device);
    if (!device) return;
    if (it.type === "value") {
      const at = Date.now() * 1000 + told;
      device.latest = [{ stream: "s", at, value: it.value, state: "fresh" }];
      device.lastSeenAt = Date.now();
      hub.values([[[...devices.keys()].indexOf(it.device), [it.device, "s", at, it.value]]]);
    } else if (it.type === "link") {
      device.link = it.link;
      const { id, link, lastSeenAt, status } = device;
      hub.tell({ links: [{ id, link, lastSeenAt, status }] });
    } else {
      device.name = it.name;
      hub.tell({ devices: [{ ...device, latest: [...device.latest] }] });
    }
  }

  /** Everything is told, and whoever was behind is up to date. */
  function settle(): void {
    vi.advanceTimersByTime(1000);
    hub.tell({ health: health(), summary: { told } as never });
    vi.advanceTimersByTime(1000);
  }
  return { figures: () => hub.figures(), happen, settle, connect: (socket: object) => welcome(socket) };
}

/** A screen whose line breaks, and that stops reading: it takes snapshots and deltas as the real one does. */
export class Flaky {
  readonly room: Room;
  snapshots = 0;
  city = emptyCity;
  readonly board = new PulseBoard();
  private readonly world: LiveWorld;
  private line: { packets: { options: SendOptions }[]; stalled: boolean; gone(): void } | null = null;

  constructor(world: LiveWorld, room: Room) {
    this.world = world;
    this.room = room;
  }

  come(): void {
    if (this.line) return;
    let gone = () => {};
    const line = { packets: [] as Wire["writeBuffer"], stalled: false, gone: () => gone() };
    this.line = line as never;
    const transport = {
      name: "websocket",
      get writable() {
        return line.packets.length === 0;
      },
    };
    const write = (_: string, options: SendOptions) => {
      if (line.stalled) line.packets.push({ options });
      else this.hear(options);
    };
    this.world.connect({
      data: { viewer: { room: this.room, me: null } },
      conn: { transport, writeBuffer: line.packets, write },
      handshake: { headers: {}, auth: this.city.cursor ? { cursor: this.city.cursor } : {} },
      once: (_: string, handler: () => void) => {
        gone = handler;
      },
    });
  }

  /** What was on its way is lost. */
  drop(): void {
    this.line?.gone();
    this.line = null;
  }

  stall(): void {
    if (this.line) this.line.stalled = true;
  }

  drain(): void {
    if (!this.line) return;
    this.line.stalled = false;
    for (const { options } of this.line.packets.splice(0)) this.hear(options);
  }

  private hear({ wsPreEncodedFrame }: SendOptions): void {
    const bytes = Buffer.concat(wsPreEncodedFrame);
    const text = bytes.subarray(bytes.indexOf(`42${LIVE}`)).toString();
    const [event, content] = JSON.parse(text.slice(`42${LIVE},`.length)) as ["snapshot", Snapshot] | ["delta", Delta];
    if (event === "snapshot") {
      this.snapshots++;
      this.city = cityOfSnapshot(content);
      this.board.reset(content.devices);
      return;
    }
    // nothing is left out and nothing comes twice
    expect(numberOf(content.cursor)).toBe(numberOf(this.city.cursor) + 1);
    this.board.apply(content);
    this.city = applyDelta(this.city, content);
  }
}

const numberOf = (cursor: string) => Number(cursor.split(".").at(-1));
const agency = (id: string) => ({ ...plainAgency, id, phone: "", ...names });

function deviceOf(id: string, i: number): Device {
  const place = { lat: i, lon: i, zone: "z", class: 0, simulated: false, properties: {} };
  const times = { keepAliveMs: 1, createdAt: 0, retiredAt: null, lastSeenAt: null, status: null };
  return { id, kind: "k", name: id, ...place, ...times, link: "never", latest: [] };
}

type Told = Exclude<Happening, { type: "time" } | { device: string }>;
type State = { alerts: ReadonlyMap<string, Alert>; incidents: ReadonlyMap<string, Incident> };

function contentOf(it: Told, told: number, state: State): Content {
  if (it.type === "alert") {
    const { incidentId = null } = state.alerts.get(it.id) ?? {};
    return { alerts: [{ ...it, value: told, incidentId } as unknown as Alert] };
  }
  if (it.type === "incident") return incidentOf(it, told, state);
  if (it.type === "unit") return { units: [{ ...it, told } as unknown as Unit] };
  if (it.type === "summary") return { summary: { told, words: "x".repeat(150) } as never };
  if (it.gone) return { zonesGone: [it.id] };
  return { zones: [{ id: it.id, purpose: "street", geometry: null, ...names }] };
}

/** An incident with the alerts that it takes, told together. Who was once asked stays on it, and what it has taken too. */
function incidentOf(it: Extract<Happening, { type: "incident" }>, told: number, { alerts, incidents }: State): Content {
  const before = incidents.get(it.id);
  const asked = new Set([...(before?.assignments.map((a) => a.agencyId) ?? []), ...it.agencies]);
  const assignments = [...asked].map((agencyId) => ({ id: `${it.id} ${agencyId}`, agencyId, deadlines: [] }));
  const taken = it.alertIds.map((id) => alerts.get(id)).filter((a) => a?.incidentId === null) as Alert[];
  const alertIds = [...(before?.alertIds ?? []), ...taken.map((a) => a.id)];
  const incident = { id: it.id, state: "open", title: `${told}`, timeline: [], alertIds, assignments };
  return { incidents: [incident as never], alerts: taken.map((a) => ({ ...a, incidentId: it.id })) };
}

const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

/** What stands on a screen, but for the time at which it was told. Of devices the city keeps where they are; the rest is the board's. */
export function whatIsSeen({ city, board }: Flaky): unknown {
  const { cursor, alerts, incidents, units, zones, health, summary } = city;
  const devices = [...city.devices].map(([id, { name, kind }]): [string, unknown] => [id, { name, kind }]);
  const pulses = [...board.entries()].map(([id, { link, status, values }]): [string, unknown] => {
    return [id, { link, status, values: sorted(values) }];
  });
  const maps = [alerts, incidents, units, zones, new Map(devices), new Map(pulses)].map(sorted);
  return { cursor, maps, health, summary };
}
