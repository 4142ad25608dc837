import { z } from "zod";
import type { Kind } from "../kinds/kind";
import { Words } from "./common";

export const StreamInfo = z.object({
  name: z.string(),
  label: Words,
  unit: z.string(),
  ucum: z.string(),
  min: z.number(),
  max: z.number(),
  digits: z.number(),
  chart: z.enum(["line", "bar", "step"]),
  states: z.record(z.string(), Words).optional(),
  derived: z.boolean(),
  /** The city forecasts its next hours. */
  foreseen: z.boolean().optional(),
});
export type StreamInfo = z.infer<typeof StreamInfo>;

/** What a screen needs to know of a kind, without its functions: so a new kind shows without a change to any screen. */
export const KindInfo = z.object({
  id: z.string(),
  label: Words,
  icon: z.string(),
  streams: z.array(StreamInfo),
  main: z.string(),
  keepAliveMs: z.number(),
  camera: z.boolean(),
  /** It moves: where it is is told of its unit, and what it is at home is no place on a map. */
  moves: z.boolean(),
});
export type KindInfo = z.infer<typeof KindInfo>;

export function describeKind(kind: Kind): KindInfo {
  const streams = kind.streams.map(
    ({ derived, states, plausible: _p, frozen: _f, everyMs: _e, keep: _k, ...stream }) => ({
      ...stream,
      ...(states && { states }),
      derived: !!derived,
    }),
  );
  return {
    id: kind.id,
    label: kind.label,
    icon: kind.icon,
    streams,
    main: kind.main,
    keepAliveMs: kind.keepAliveMs,
    camera: !!kind.cameraStatus,
    moves: !!kind.position,
  };
}
