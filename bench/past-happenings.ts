import { HOUR, MINUTE } from "../lib/base/clock";
import type { Alert } from "../lib/contract/alert";
import type { Device } from "../lib/contract/device";
import type { Content } from "../lib/live/rooms";
import type { Source } from "./history/mix";

type Happening = { at: number; content: Content };
/** Alerts a day and devices whose line is lost for a while an hour: a busy month. */
const ALERTS_A_DAY = 200;
const LINKS_AN_HOUR = 20;

/** What a street's screens are told between two instants (UTC ms), in order: its devices, lines that come and go, alerts that are raised, seen and cleared. */
export function happenings(all: readonly Source[], start: number, end: number): Happening[] {
  const devices = [...new Map(all.map((source) => [source.device, source])).values()];
  const list: Happening[] = devices.map((source) => ({ at: start, content: { devices: [deviceOf(source)] } }));
  const of = (n: number) => devices[n % devices.length]?.device ?? "";
  for (let i = 0, at = start; at < end; i++, at += HOUR / LINKS_AN_HOUR)
    for (const [link, after] of [
      ["late", 0],
      ["offline", 10 * MINUTE],
      ["fresh", 30 * MINUTE],
    ] as const)
      list.push({ at: at + after, content: { links: [{ id: of(i * 37), link, lastSeenAt: at }] } });
  for (let i = 0, at = start; at < end; i++, at += (24 * HOUR) / ALERTS_A_DAY) {
    const raised = alertOf(`alert-${i}`, of(i * 61), at);
    const seen: Alert = { ...raised, state: "acknowledged", acknowledgedAt: at + MINUTE, acknowledgedBy: "operator" };
    const cleared: Alert = { ...seen, state: "cleared", clearedAt: at + 2 * HOUR, clearedValue: 1 };
    list.push({ at, content: { alerts: [raised] } });
    list.push({ at: at + MINUTE, content: { alerts: [seen] } });
    list.push({ at: at + 2 * HOUR, content: { alerts: [cleared] } });
  }
  return list.filter(({ at }) => at < end).sort((a, b) => a.at - b.at);
}

function deviceOf({ device: id, kind }: Source): Device {
  const place = { lat: 37.5, lon: 127, zone: "street", class: 0, simulated: false, properties: { site: "a street" } };
  const times = { keepAliveMs: 10 * MINUTE, createdAt: 0, retiredAt: null, lastSeenAt: null, status: null };
  return { id, kind, name: `Device ${id}`, ...place, ...times, link: "fresh", latest: [] };
}

function alertOf(id: string, deviceId: string, at: number): Alert {
  const rule = {
    ruleId: "rule",
    ruleVersion: 1,
    ruleName: { ko: "규칙", en: "Rule" },
    hazard: "flood",
    level: 3,
  } as const;
  const device = {
    deviceId,
    deviceName: `Device ${deviceId}`,
    kind: "water-level",
    zone: "street",
    lat: 37.5,
    lon: 127,
  };
  const open = { clearedAt: null, clearedValue: null, acknowledgedAt: null, acknowledgedBy: null, note: null };
  const own = { stream: "water-level", value: 6.2, raisedAt: at, recordedAt: at, published: false, incidentId: null };
  return { id, ...rule, ...device, ...own, ...open, state: "raised", groupId: id };
}
