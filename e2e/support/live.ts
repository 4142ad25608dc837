import { io } from "socket.io-client";
import type { Delta, Snapshot } from "../../lib/contract/live";

export type LiveLine = {
  snapshot: Snapshot;
  deltas: Delta[];
  /** Resolves with the first delta, past or to come, that `fits` says yes to. */
  until(fits: (delta: Delta) => boolean): Promise<Delta>;
  close(): void;
};

/** Sits in a room of /live as a screen does; without a cookie in the public one. `hear` gets each delta as it comes. */
export function connectLive(url: string, cookie?: string, hear?: (delta: Delta) => void): Promise<LiveLine> {
  const line = io(`${url}/live`, {
    transports: ["websocket"],
    forceNew: true,
    ...(cookie && { extraHeaders: { cookie } }),
  });
  const deltas: Delta[] = [];
  const waiting = new Set<() => void>();
  line.on("delta", (delta: Delta) => {
    hear?.(delta);
    deltas.push(delta);
    for (const look of waiting) look();
  });
  const until = (fits: (delta: Delta) => boolean) =>
    new Promise<Delta>((resolve, reject) => {
      const late = setTimeout(() => reject(new Error("No such delta within 40 s.")), 40_000);
      const look = () => {
        const found = deltas.find(fits);
        if (!found) return;
        clearTimeout(late);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  return new Promise((resolve, reject) => {
    line.once("connect_error", reject);
    line.once("snapshot", (snapshot: Snapshot) => resolve({ snapshot, deltas, until, close: () => line.close() }));
  });
}
