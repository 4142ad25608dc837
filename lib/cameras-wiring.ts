import { lookup } from "node:dns";
import { setTimeout as wait } from "node:timers/promises";
import { findFfmpeg } from "../bin/ffmpeg.mjs";
import type { Pictures as Seen } from "./api/context";
import { Attention } from "./cameras/attention";
import { createDecoder } from "./cameras/decode-still";
import { createFetchCamera } from "./cameras/fetch-camera";
import { Pictures } from "./cameras/pictures";
import { takeStill } from "./cameras/still";
import { type Reach, urlRefusal } from "./deliver/address";
import { lookupWithin } from "./deliver/post";

/** Cameras of a real city stand in its network; a demo and an exercise ask this machine at most. */
export function openPictures(city: { mode: "live" | "exercise"; demo: boolean }, steady: () => number): Seen {
  const reach: Reach = city.mode === "live" && !city.demo ? "network" : "loopback";
  const refusal = (url: URL) => urlRefusal(url, reach);
  const pictures = new Pictures(createFetchCamera({ refusal, lookup: lookupWithin(reach, lookup) }), steady);
  const attention = new Attention();
  const ffmpeg = findFfmpeg();
  const decode = ffmpeg ? createDecoder(ffmpeg) : null;
  return {
    refusal,
    take: (ask) => pictures.take(ask),
    still: (ask) => {
      const take = (name: string) => pictures.take({ ...ask, name, range: null });
      return takeStill({ format: ask.source.format, take, decode, steady, wait });
    },
    state: (id) => pictures.state(id),
    ended: (id) => pictures.ended(id),
    asked: (id, at) => attention.asked(id, at),
    left: (standing, now) => attention.left(standing, now, steady()),
  };
}
