import type { Localized } from "../base/localized";
import type { Keep } from "./keep";

/** How fast a quantity can truly change. A reading beyond it is stored and marked, and judged once a second one agrees. */
export type Plausible = {
  /** What the limit is on: the step from the reading before, or (rain) what fell since it. */
  of: "change" | "amount";
  /** At once, in the stream's unit: resolution, noise, what may happen within seconds. */
  slack: number;
  /** And so much more for each minute since the reading before, as long as that one is not stale. */
  perMinute: number;
  /** Where the figures come from; "unverified" where from nobody. */
  source: string;
};

/** One measured quantity of a kind of device. */
export type StreamSpec = {
  name: string;
  label: Localized;
  /** Unit of the value on the wire, as shown (m, mm, °C, %, m/s, m³/s; empty for a state or a count). */
  unit: string;
  /** UCUM code, for SensorThings and OpenAPI. */
  ucum: string;
  /** What the sensor can physically say; anything outside is refused with `out-of-range`. */
  min: number;
  max: number;
  /** Digits after the point on a screen. */
  digits: number;
  chart: "line" | "bar" | "step";
  /** How often it speaks, ms, where that is rarer than its device. */
  everyMs?: number;
  plausible?: Plausible;
  /** From when on the very same value is not believed any more, ms; not asked of values from `idle[0]` to `idle[1]`, which may last. */
  frozen?: { afterMs: number; idle?: readonly [number, number]; source: string };
  /** Its next hours can be forecast: it rises and falls slowly enough. */
  foreseen?: true;
  /** Words for the values of a state (0, 1). */
  states?: Record<number, Localized>;
  /** How long its history is kept, where that is not KEEP. */
  keep?: Keep;
  /** A stream that the city computes from others of the same device and instant; a device never sends it. */
  derived?: {
    from: readonly string[];
    /** Value in `unit`, or null where the formula does not hold. `at` is UTC milliseconds. */
    compute(values: Readonly<Record<string, number>>, at: number): number | null;
  };
};

/** What one simulated device says at an instant: values by stream. `world` gives the shared weather of the story. */
export type Simulate = (
  place: { lat: number; lon: number; id: string },
  at: number,
  world: World,
) => Record<string, number>;

/** The shared story that all simulated devices live in, so that they agree with each other. All by place and UTC ms. */
export type World = {
  /** Rain intensity in mm/h. */
  rainMmPerH(lat: number, lon: number, at: number): number;
  /** Rain of the last `hours` (a part of one too), mm. */
  rainSumMm(lat: number, lon: number, at: number, hours: number): number;
  temperatureC(lat: number, lon: number, at: number): number;
  humidityPct(lat: number, lon: number, at: number): number;
  windMps(lat: number, lon: number, at: number): number;
  /** Level of the river or stream that the gauge `id` stands in, m above its own zero. */
  waterLevelM(id: string, lat: number, lon: number, at: number): number;
  /** What the dam above the city takes in and lets go, m³/s. */
  damM3s(at: number): { inflow: number; outflow: number };
  /** 0..1, the same for the same device and salt. */
  chance(id: string, salt: string): number;
  /** Noise with mean 0 and deviation 1, steady for the same device, salt and minute. */
  noise(id: string, salt: string, at: number): number;
  /** Whether the story has this device broken at this instant, and how. */
  fault(id: string, at: number): "none" | "dark" | "tampered" | "frozen";
};

export type Kind = {
  id: string;
  label: Localized;
  /** SVG path data in a 24 × 24 box, drawn as a stroke; used on the map, in lists and panels. */
  icon: string;
  streams: readonly StreamSpec[];
  /** How often such a device speaks at least, milliseconds; late after 1.5 times, offline after 3 times. */
  keepAliveMs: number;
  /** Which stream stands for the device on the map and in lists. */
  main: string;
  /** Where `status.camera` fields go: field → stream. */
  cameraStatus?: Readonly<Record<"recording" | "fps" | "tampered", string>>;
  /** It shows texts: the city orders by the command `display` what stands published in its zone. */
  showsText?: true;
  /** It moves: these two of its streams say where, in degrees (WGS 84), both at the same instant. */
  position?: { lat: string; lon: string };
  simulate?: Simulate;
};

/** A kind, checked for a mistake that would only show at night: streams named twice, a main stream that is missing. */
export function defineKind(kind: Kind): Kind {
  const names = new Set(kind.streams.map((s) => s.name));
  if (names.size !== kind.streams.length) throw new Error(`kind ${kind.id}: a stream is named twice`);
  if (!names.has(kind.main) && kind.streams.length > 0) throw new Error(`kind ${kind.id}: no stream ${kind.main}`);
  return kind;
}
