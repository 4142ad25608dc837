import { connectLive } from "../e2e/support/live";
import { FrameTemplate } from "./frame";
import { type Sender, send, trickle } from "./street";

const FLOODED = 400;
const DRY = 10;
/** So far so fast no water goes: the city waits for a second reading (docs/decisions/023). */
const TOLD = 2;
const PAUSE_MS = 50;

/** Milliseconds from the send of a crossing to its alert on the screen, raised or cleared, while the other devices speak. */
export async function toAlert(
  url: string,
  cookie: string,
  senders: readonly Sender[],
  rate: number,
  durationMs: number,
): Promise<number[]> {
  const [loud, ...others] = senders;
  if (!loud) return [];
  const live = await connectLive(url, cookie);
  const load = trickle(others, rate, durationMs);
  const [flooded, dry] = [new FrameTemplate(TOLD, FLOODED), new FrameTemplate(TOLD, DRY)];
  const took: number[] = [];
  const began = performance.now();
  loud.at = Math.max(loud.at, Date.now());
  loud.line.heard = () => undefined;
  for (let n = 0; performance.now() - began < durationMs; n++) {
    const at = loud.at;
    const sent = performance.now();
    const seen = live.until(({ alerts = [] }) =>
      alerts.some((a) => a.deviceId === loud.id && [a.raisedAt, a.clearedAt].some((t) => t === at || t === at + 1)),
    );
    send(loud, n % 2 ? dry : flooded);
    await seen;
    took.push(performance.now() - sent);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  await load;
  live.close();
  return took;
}
