import type { Agency } from "./agency";
import type { Alert } from "./alert";
import type { CityInfo, Health, PublicSummary } from "./city";
import type { Device, LinkState, Status, StreamState, Zone } from "./device";
import type { Incident, Station, Unit } from "./incident";
import type { KindInfo } from "./kind";
import type { Feed, OfficialWarning } from "./official";
import type { Me } from "./people";
import type { ReadingsAnswer, WireReading } from "./reading";
import type { Storage } from "./storage";

/** [deviceId, stream, at, value]: the newest value of one stream; its state too where that is not fresh. */
export type ValueDelta = [deviceId: string, stream: string, at: number, value: number, state?: StreamState];
/** [deviceId, stream, state]: of a stream whose value stays and whose state does not. */
export type StateDelta = [deviceId: string, stream: string, state: StreamState];

/** [unitId, at, lat, lon]: where a unit is, by its own device; `at` event time, UTC ms. */
export type UnitMove = [unitId: string, at: number, lat: number, lon: number];

/** The whole of what a room may see. The public room gets `summary` and none of the rest. */
export type Snapshot = {
  cursor: string;
  city: CityInfo;
  me: Me | null;
  kinds: KindInfo[];
  devices: Device[];
  zones: Zone[];
  alerts: Alert[];
  incidents: Incident[];
  agencies: Agency[];
  stations: Station[];
  units: Unit[];
  /** Whether the city can store; the public room is told in its summary. */
  storage: Storage;
  health: Health | null;
  summary: PublicSummary | null;
  /** What the authorities say, apart from the city's own alerts. */
  warnings: OfficialWarning[];
  feeds: Feed[];
};

/** What changed since the cursor before. Objects come whole and replace the one with their id. */
export type Delta = {
  cursor: string;
  /** City clock when it was sent. */
  now: number;
  values?: ValueDelta[];
  states?: StateDelta[];
  links?: { id: string; link: LinkState; lastSeenAt: number | null; status?: Status | null }[];
  devices?: Device[];
  devicesGone?: string[];
  zones?: Zone[];
  zonesGone?: string[];
  alerts?: Alert[];
  incidents?: Incident[];
  /** Incidents that this room may no longer see. */
  incidentsGone?: string[];
  units?: Unit[];
  unitsGone?: string[];
  /** Of units that the room knows: after `units`, and only where newer than what is known. */
  moves?: UnitMove[];
  agencies?: Agency[];
  storage?: Storage;
  health?: Health;
  summary?: PublicSummary;
  /** All of them, where one changed. */
  warnings?: OfficialWarning[];
  feeds?: Feed[];
};

export type LiveServerEvents = { snapshot: (s: Snapshot) => void; delta: (d: Delta) => void };
export type LiveClientEvents = Record<string, never>;
/** Handshake of `/live`. */
export type LiveAuth = { cursor?: string };

export type DeviceAuth =
  | { deviceId: string; key: string }
  | { deviceId: string; ts: number | string; nonce: string; mac: string };
export type DeviceServerEvents = {
  /** Why this line is closed now. */
  refused: (r: WireRefusal) => void;
  welcome: (w: { serverTime: number; proof: string | null }) => void;
  command: (c: { id: string; kind: string; [more: string]: unknown }, ack: (answer: unknown) => void) => void;
};
export type WireRefusal = { code: string; message: string; retryMs?: number };
/**
 * Why a device was not let in. One whose MAC is right and whose time is not is told the wall's time (UTC ms), with
 * `proof = hex(HMAC-SHA256(key, "time\n" + nonce + "\n" + serverTime))`.
 */
export type HandshakeRefusal = WireRefusal & { serverTime?: number; proof?: string };
export type DeviceClientEvents = {
  readings: (frame: { readings: WireReading[] }, ack: (answer: ReadingsAnswer | WireRefusal) => void) => void;
  status: (status: Status, ack: (answer: { ok: true; serverTime: number } | WireRefusal) => void) => void;
};
