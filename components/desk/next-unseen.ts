import type { ById } from "@/components/live/city-state";
import type { Alert } from "@/lib/contract/alert";

/** The next alert below `from` in the queue that nobody has seen; then from the top again; null when all are seen. */
export function nextUnseen(order: readonly string[], alerts: ById<Alert>, from: string | null): string | null {
  const at = from === null ? -1 : order.indexOf(from);
  const round = [...order.slice(at + 1), ...order.slice(0, Math.max(0, at))];
  return round.find((id) => id !== from && alerts.get(id)?.state === "raised") ?? null;
}
