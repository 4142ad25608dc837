import { createClient } from "@/lib/client/client";

/** keepalive: the browser sends it also when its page is going away. */
const client = createClient("", { fetch: (url, init) => fetch(url, { ...init, keepalive: true }) });
/** From one page to another that shows the same look; React's strict mode leaves and comes back within a tick. */
const CROSSING_MS = 1500;
const leaving = new Map<string, ReturnType<typeof setTimeout>>();

/** The picture is not on the screen any more: the look ends, unless it is shown again at once. */
export function leave(viewId: string): void {
  backAt(viewId);
  leaving.set(
    viewId,
    setTimeout(() => leaveNow(viewId), CROSSING_MS),
  );
}

/** The same look is on the screen again. */
export function backAt(viewId: string): void {
  clearTimeout(leaving.get(viewId));
  leaving.delete(viewId);
}

/** The page goes: the look ends now. Where this does not arrive, the city finds out by itself that nobody asks. */
export function leaveNow(viewId: string): void {
  backAt(viewId);
  void client.call("endCameraView", { params: { id: viewId } }).catch(() => undefined);
}
