import type { Namespace, Socket } from "socket.io";
import type { Clock } from "../base/clock";
import type { LiveAuth, LiveClientEvents, LiveServerEvents, ValueDelta } from "../contract/live";
import type { IdentifyViewer, Room, Viewer } from "../contract/viewer";
import { CityState, type Known, type Source } from "./city-state";
import { RoomLog } from "./room-log";
import { type Content, partFor, type Sight, type Visible } from "./rooms";
import { ValueThrottle } from "./throttle";

export type LiveNamespace = Namespace<LiveClientEvents, LiveServerEvents>;
type LiveSocket = Socket<LiveClientEvents, LiveServerEvents, Record<string, never>, { viewer?: Viewer }>;

export type HubParts = {
  boot: string;
  clock: Clock;
  known: Known;
  source: Source;
  visible: Visible;
  identify: IdentifyViewer;
};

/** How often the signed-in screens are asked again who they are; a sign-out or a changed role asks at once. */
const RECHECK_MS = 10_000;
const SLOW_CHECK_MS = 1000;
/** Messages that wait for a screen that does not read; beyond it the line is closed, and the screen resumes or starts anew. */
const MOST_WAITING = 2000;

/** The live end of the river: a snapshot with a cursor, then deltas; one message a room, whoever listens. */
export class LiveHub {
  readonly state: CityState;
  private readonly logs = new Map<Room, RoomLog>();
  private readonly sight: Sight;
  private readonly parts: HubParts;
  private readonly throttle = new ValueThrottle((values) => this.tell({ values }));
  private timers: NodeJS.Timeout[] = [];
  private namespace: LiveNamespace | null = null;

  constructor(parts: HubParts) {
    this.parts = parts;
    this.state = new CityState(parts.known);
    for (const room of ["staff", "public"] as const) this.openRoom(room);
    for (const { id } of parts.known.agencies) this.openRoom(`agency:${id}`);
    const { alerts, incidents } = this.state;
    this.sight = { alerts, incidents, hidden: (id) => parts.source.hidden(id), visible: parts.visible };
  }

  attach(namespace: LiveNamespace): void {
    this.namespace = namespace;
    namespace.use((socket, next) => {
      this.parts.identify(socket.handshake.headers as Record<string, string | undefined>).then(
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
      setInterval(() => this.closeSlow(), SLOW_CHECK_MS),
    ];
  }

  /** Screens that listen. */
  get screens(): number {
    return this.namespace?.sockets.size ?? 0;
  }

  /** Everything but values: goes at once. */
  tell(content: Content): void {
    for (const { id } of content.agencies ?? []) this.openRoom(`agency:${id}`);
    this.state.apply(content);
    for (const [room, log] of this.logs) {
      const part = partFor(room, content, this.sight);
      if (part) this.namespace?.to(room).emit("delta", log.add({ now: this.parts.clock.now(), ...part }));
    }
  }

  /** A room that is open keeps its log. */
  private openRoom(room: Room): void {
    if (!this.logs.has(room)) this.logs.set(room, new RoomLog(`${this.parts.boot}.${room}`));
  }

  /** Newest values: coalesced by stream. */
  values(values: Iterable<[stream: number, value: ValueDelta]>): void {
    this.throttle.offer(values);
  }

  private welcome(socket: LiveSocket): void {
    const viewer = socket.data.viewer ?? { room: "public", me: null };
    const log = this.logs.get(viewer.room);
    if (!log) return void socket.disconnect(true);
    void socket.join(viewer.room);
    const missed = log.since((socket.handshake.auth as LiveAuth | undefined)?.cursor);
    if (missed) for (const delta of missed) socket.emit("delta", delta);
    else
      socket.emit("snapshot", this.state.snapshot(viewer.room, log.cursor, viewer.me, this.parts.source, this.sight));
  }

  /** Asks every signed-in screen again who it is: whose session or role ended is cut off. */
  async recheck(): Promise<void> {
    const signedIn = ([...(this.namespace?.sockets.values() ?? [])] as LiveSocket[]).filter((s) => s.data.viewer?.me);
    for (const socket of signedIn) {
      const before = socket.data.viewer;
      const viewer = await this.parts
        .identify(socket.handshake.headers as Record<string, string | undefined>)
        .catch(() => null);
      if (viewer && (viewer.room !== before?.room || viewer.me?.id !== before.me?.id)) socket.disconnect(true);
    }
  }

  /** A screen that does not read must not grow the city's memory. */
  private closeSlow(): void {
    for (const socket of this.namespace?.sockets.values() ?? []) {
      const line = socket.conn as unknown as { writeBuffer: unknown[] };
      if (line.writeBuffer.length > MOST_WAITING) socket.conn.close(true);
    }
  }

  stop(): void {
    this.throttle.stop();
    for (const timer of this.timers) clearInterval(timer);
  }
}
