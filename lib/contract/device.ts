import { z } from "zod";
import { Lat, Lon, Ms, Slug } from "./common";
import { Level } from "./level";

export const DeviceClass = z.number().int().min(0).max(3);

/** fresh: spoke in time; late: over 1.5 keep-alives; offline: over 3; never: has not spoken yet. */
export const LinkState = z.enum(["fresh", "late", "offline", "never"]);
export type LinkState = z.infer<typeof LinkState>;

/**
 * How far the newest value of a stream can be trusted as the present one. late and stale: over 1.5 and 3 of its beats old; implausible:
 * it cannot have changed so fast, or lay outside of what the sensor measures; frozen: the very same for too long; out-of-order: what
 * came last is older than what came before.
 */
export const StreamState = z.enum(["fresh", "late", "stale", "frozen", "implausible", "out-of-order"]);
export type StreamState = z.infer<typeof StreamState>;

export const LatestValue = z.object({ stream: z.string(), at: Ms, value: z.number(), state: StreamState });
export type LatestValue = z.infer<typeof LatestValue>;

export const Status = z.object({
  at: z.union([z.string().max(40), z.number()]).optional(),
  battery: z.number().min(0).max(100).optional(),
  rssi: z.number().optional(),
  firmware: z.string().max(100).optional(),
  waiting: z
    .number()
    .int()
    .min(0)
    .optional()
    .describe("readings that the device keeps and has not told yet: its values are as old"),
  camera: z.object({ recording: z.boolean(), fps: z.number(), tampered: z.boolean() }).partial().optional(),
});
export type Status = z.infer<typeof Status>;

/** What a sign was last ordered to show; text null: nothing. `acknowledgedAt` is the wall's clock, when the sign said yes. */
export const SignState = z.object({
  text: z.string().nullable(),
  level: Level.nullable(),
  state: z.enum(["pending", "delivered", "failed"]),
  orderedAt: Ms,
  acknowledgedAt: Ms.nullable(),
});
export type SignState = z.infer<typeof SignState>;

export const Device = z.object({
  id: z.string(),
  kind: z.string(),
  name: z.string(),
  lat: Lat,
  lon: Lon,
  zone: z.string(),
  class: DeviceClass,
  simulated: z.boolean(),
  properties: z.record(z.string(), z.string()),
  keepAliveMs: z.number(),
  createdAt: Ms,
  retiredAt: Ms.nullable(),
  lastSeenAt: Ms.nullable(),
  status: Status.nullable(),
  link: LinkState,
  latest: z.array(LatestValue),
  sign: SignState.optional(),
});
export type Device = z.infer<typeof Device>;

export const NewDevice = z.object({
  id: Slug,
  kind: z.string().min(1),
  name: z.string().trim().min(1).max(200),
  lat: Lat,
  lon: Lon,
  zone: z.string().min(1).max(80).default("street"),
  class: DeviceClass.default(0),
  properties: z.record(z.string(), z.string()).default({}),
});
export type NewDevice = z.infer<typeof NewDevice>;

export const DeviceChange = NewDevice.pick({ name: true, lat: true, lon: true, zone: true, class: true }).partial();
export type DeviceChange = z.infer<typeof DeviceChange>;

/** The only time that a key is shown. */
export const DeviceKey = z.object({ deviceId: z.string(), key: z.string() });
export type DeviceKey = z.infer<typeof DeviceKey>;

export const ZonePurpose = z.enum(["child-protection", "underpass", "riverside", "street", "district", "other"]);
export const Polygon = z.object({
  type: z.literal("Polygon"),
  coordinates: z.array(z.array(z.tuple([Lon, Lat])).min(4)).min(1),
});
export const Zone = z.object({
  id: Slug,
  purpose: ZonePurpose,
  name: z.object({ ko: z.string().min(1).max(200), en: z.string().min(1).max(200) }),
  geometry: Polygon.nullable(),
});
export type Zone = z.infer<typeof Zone>;
