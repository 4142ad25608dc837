import type { Alert } from "@/lib/contract/alert";

type Moment = { what: "raised" | "acknowledged" | "cleared"; at: number };

/** What happened to an alert and when (UTC ms), in order. */
export function momentsOf({ raisedAt, acknowledgedAt, clearedAt }: Alert): Moment[] {
  const all = [
    { what: "raised", at: raisedAt },
    { what: "acknowledged", at: acknowledgedAt },
    { what: "cleared", at: clearedAt },
  ] as const;
  return all.flatMap(({ what, at }) => (at === null ? [] : [{ what, at }])).sort((a, b) => a.at - b.at);
}
