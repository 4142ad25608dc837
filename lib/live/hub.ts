import type { Namespace, Socket } from "socket.io";
import type { Clock, SteadyClock } from "../base/clock";
import type { LiveAuth, LiveClientEvents, LiveServerEvents, UnitMove, ValueDelta } from "../contract/live";
import type { IdentifyViewer, Room, Viewer } from "../contract/viewer";
import { CityState, type Known, type Source } from "./city-state";
import { LIVE_LIMITS, type LiveLimits } from "./limits";
import type { Wire } from "./line";
import { LiveRoom } from "./live-room";
import { MoveThrottle } from "./moves";
import { type Content, partFor, type Sight, type Visible } from "./rooms";
import { ValueThrottle } from "./throttle";

export type LiveNamespace = Namespace<LiveClientEvents, LiveServerEvents>;
type LiveSocket = Socket<LiveClientEvents, LiveServerEvents, Record<string, never>, { viewer?: Viewer }>;

export type HubParts = {
  boot: string;
  clock: Clock;
  /** The house's own clock, also where the city's follows a recording: how often screens are told is people's time. */
  wall: SteadyClock;
  known: Known;
  source: Source;
  visible: Visible;
  identify: IdentifyViewer;
  /** Writes down what is told, for the past. `now`: UTC ms of the city's clock. */
  keep?(now: number, content: Content): void;
  limits?: LiveLimits;
};

/** How often the signed-in screens are asked again who they are; a sign-out or a changed role asks at once. */
const RECHECK_MS = 10_000;
/** How often it is looked whether a screen that was behind has read all that waited. */
const CATCH_UP_MS = 50;

/** A room in numbers, for metrics and the admin's page. Bytes wait in the city's memory for screens that read slowly. */
export type RoomFigures = LiveRoom["counts"] & {
  room: Room;
  screens: number;
  behind: number;
  waitingBytes: number;
  logBytes: number;
};

/** The live end of the river: a snapshot with a cursor, then deltas; one message a room, whoever listens. */
export class LiveHub {
  readonly state: CityState;
  private readonly rooms = new Map<Room, LiveRoom>();
  private readonly sight: Sight;
  private readonly parts: HubParts;
  private readonly throttle: ValueThrottle;
  private readonly moves = new MoveThrottle((moves) => this.tell({ moves }));
  private timers: NodeJS.Timeout[] = [];
  private namespace: LiveNamespace | null = null;

  constructor(parts: HubParts) {
    this.parts = parts;
    this.throttle = new ValueThrottle({ send: (values) => this.tell({ values }), steady: () => parts.wall.steady() });
    this.state = new CityState(parts.known);
    for (const room of ["staff", "public"] as const) this.openRoom(room);
    for (const { id } of parts.known.agencies) this.openRoom(`agency:${id}`);
    const { alerts, incidents, units } = this.state;
    this.sight = { alerts, incidents, units, hidden: (id) => parts.source.hidden(id), visible: parts.visible };
  }

  attach(namespace: LiveNamespace): void {
    this.namespace = namespace;
    namespace.use((socket, next) => {
      this.identify(socket as LiveSocket).then(
        (viewer) => {
          (socket as LiveSocket).data.viewer = viewer;
          next();
        },
        () => next(new Error("unavailable")),
      );
    });
    namespace.on("connection", (socket) => this.welcome(socket as LiveSocket));
    this.timers = [
      setInterval(() => void this.recheck(), RECHECK_MS),
      setInterval(() => {
        for (const room of this.rooms.values()) room.catchUp();
      }, CATCH_UP_MS),
    ];
  }

  /** Screens that listen. */
  get screens(): number {
    return this.namespace?.sockets.size ?? 0;
  }

  /** How each room is doing. */
  figures(): RoomFigures[] {
    return [...this.rooms].map(([room, { lines, counts, waiting, log }]) => {
      const { behind, bytes } = waiting;
      return { room, screens: lines.size, behind, waitingBytes: bytes, logBytes: log.bytes, ...counts };
    });
  }

  /** Everything but values: goes at once. */
  tell(content: Content): void {
    for (const { id } of content.agencies ?? []) this.openRoom(`agency:${id}`);
    this.state.apply(content);
    const now = this.parts.clock.now();
    this.parts.keep?.(now, content);
    const steady = this.parts.wall.steady();
    for (const [name, room] of this.rooms) {
      // who listens to nobody's room: nothing is made ready for it
      const part = room.heard(steady) ? partFor(name, content, this.sight) : null;
      if (part) room.tell({ now, ...part });
      else if (!room.heard(steady)) room.log.pass();
    }
  }

  /** A room that is open keeps its log. */
  private openRoom(name: Room): void {
    if (this.rooms.has(name)) return;
    const cut = (cursor: string) => this.state.snapshot(name, cursor, this.parts.source, this.sight);
    this.rooms.set(name, new LiveRoom(`${this.parts.boot}.${name}`, cut, this.parts.limits ?? LIVE_LIMITS));
  }

  /** Newest values: coalesced by stream. */
  values(values: Iterable<[stream: number, value: ValueDelta]>): void {
    this.throttle.offer(values);
  }

  /** Where units are: the newest of each, a few times a second. */
  moved(moves: readonly UnitMove[]): void {
    this.moves.offer(moves);
  }

  private welcome(socket: LiveSocket): void {
    const { room: name, me } = socket.data.viewer ?? { room: "public", me: null };
    const room = this.rooms.get(name);
    if (!room) return void socket.disconnect(true);
    const { cursor } = (socket.handshake.auth as LiveAuth | undefined) ?? {};
    const own = () => ({ me, city: this.parts.source.city() });
    const line = room.join(socket.conn as unknown as Wire, own, cursor);
    socket.once("disconnect", () => room.leave(line, this.parts.wall.steady()));
  }

  /** Asks every signed-in screen again who it is, each cookie once: whose session or role ended is cut off. */
  async recheck(): Promise<void> {
    const signedIn = ([...(this.namespace?.sockets.values() ?? [])] as LiveSocket[]).filter((s) => s.data.viewer?.me);
    const asked = new Map<string, Viewer | null>();
    for (const socket of signedIn) {
      const key = proofOf(socket);
      if (!asked.has(key)) asked.set(key, await this.identify(socket).catch(() => null));
      const [before, now] = [socket.data.viewer, asked.get(key)];
      if (now && (now.room !== before?.room || now.me?.id !== before.me?.id)) socket.disconnect(true);
    }
  }

  private identify(socket: LiveSocket): Promise<Viewer> {
    return this.parts.identify(socket.handshake.headers as Record<string, string | undefined>);
  }

  stop(): void {
    this.throttle.stop();
    this.moves.stop();
    for (const timer of this.timers) clearInterval(timer);
  }
}

/** By what a screen says who it is: those that say the same are the same. */
function proofOf({ handshake }: LiveSocket): string {
  const { cookie, authorization, origin, host } = handshake.headers;
  return JSON.stringify([cookie, authorization, origin, host]);
}
