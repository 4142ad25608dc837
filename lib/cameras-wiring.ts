import { lookup } from "node:dns";
import type { Pictures as Seen } from "./api/context";
import { createFetchCamera } from "./cameras/fetch-camera";
import { Pictures } from "./cameras/pictures";
import { type Reach, urlRefusal } from "./deliver/address";
import { lookupWithin } from "./deliver/post";

/** Cameras of a real city stand in its network; a demo and an exercise ask this machine at most. */
export function openPictures(city: { mode: "live" | "exercise"; demo: boolean }, steady: () => number): Seen {
  const reach: Reach = city.mode === "live" && !city.demo ? "network" : "loopback";
  const refusal = (url: URL) => urlRefusal(url, reach);
  const pictures = new Pictures(createFetchCamera({ refusal, lookup: lookupWithin(reach, lookup) }), steady);
  return {
    refusal,
    take: (ask) => pictures.take(ask),
    state: (id) => pictures.state(id),
    ended: (id) => pictures.ended(id),
  };
}
