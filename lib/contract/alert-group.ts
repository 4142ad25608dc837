import { z } from "zod";
import type { Alert } from "./alert";
import { Lat, Lon, Ms } from "./common";
import { Hazard, Level } from "./level";

/** Alerts that belong together by hazard, place and time: what one incident would be. Worked out of `groupId`, nowhere kept. */
export const AlertGroup = z.object({
  id: z.string(),
  hazard: Hazard,
  /** Highest of those that stand; of all where none stands. */
  level: Level,
  /** Of the worst alert. */
  lat: Lat,
  lon: Lon,
  place: z.string(),
  /** Worst first. */
  alertIds: z.array(z.string()),
  standing: z.number().int(),
  unseen: z.number().int(),
  firstAt: Ms,
  lastAt: Ms,
  /** The incident that some of them are in. */
  incidentId: z.string().nullable(),
  /** Those that stand and are in no incident yet. */
  open: z.array(z.string()),
});
export type AlertGroup = z.infer<typeof AlertGroup>;

/** The groups of these alerts, the worst first, of the same level the newest first. */
export function groupsOf(alerts: Iterable<Alert>): AlertGroup[] {
  const members = new Map<string, Alert[]>();
  for (const alert of alerts) {
    const known = members.get(alert.groupId);
    if (known) known.push(alert);
    else members.set(alert.groupId, [alert]);
  }
  return [...members].map(([id, some]) => group(id, some)).sort((a, b) => b.level - a.level || b.lastAt - a.lastAt);
}

function group(id: string, members: Alert[]): AlertGroup {
  const standing = members.filter((a) => a.state !== "cleared");
  const worst = (standing.length > 0 ? standing : members).toSorted(worstFirst);
  const [lead] = worst;
  if (!lead) throw new Error("a group has a member");
  return {
    id,
    hazard: lead.hazard,
    level: lead.level,
    lat: lead.lat,
    lon: lead.lon,
    place: lead.deviceName,
    alertIds: members.toSorted(worstFirst).map((a) => a.id),
    standing: standing.length,
    unseen: standing.filter((a) => a.state === "raised").length,
    firstAt: Math.min(...members.map((a) => a.raisedAt)),
    lastAt: Math.max(...members.map((a) => a.raisedAt)),
    incidentId: members.find((a) => a.incidentId !== null)?.incidentId ?? null,
    open: standing.filter((a) => a.incidentId === null).map((a) => a.id),
  };
}

function worstFirst(a: Alert, b: Alert): number {
  return (
    Number(a.state === "cleared") - Number(b.state === "cleared") ||
    b.level - a.level ||
    a.raisedAt - b.raisedAt ||
    a.id.localeCompare(b.id)
  );
}
