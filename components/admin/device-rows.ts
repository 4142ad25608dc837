import type { Device, LinkState } from "@/lib/contract/device";

export type DeviceSort = "name" | "kind" | "zone" | "link" | "seen";
export type DeviceQuery = {
  text: string;
  kind: string;
  zone: string;
  link: LinkState | "retired" | "";
  sort: DeviceSort;
  down: boolean;
  page: number;
};

export const PAGE_ROWS = 50;
export const everyDevice: DeviceQuery = { text: "", kind: "", zone: "", link: "", sort: "name", down: false, page: 0 };

// what needs a hand comes first
const URGENCY: Record<LinkState, number> = { offline: 0, late: 1, never: 2, fresh: 3 };

/** The devices that a query shows, in its order, and the one page of them; a page past the end is the last one. */
export function deviceRows(devices: readonly Device[], query: DeviceQuery) {
  const found = devices.filter((device) => fits(device, query)).sort((a, b) => order(a, b, query));
  const pages = Math.max(1, Math.ceil(found.length / PAGE_ROWS));
  const page = Math.min(query.page, pages - 1);
  return { found: found.length, pages, page, rows: found.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS) };
}

function fits(device: Device, { text, kind, zone, link }: DeviceQuery): boolean {
  if (kind && device.kind !== kind) return false;
  if (zone && device.zone !== zone) return false;
  const retired = device.retiredAt !== null;
  if (link === "retired" ? !retired : retired || (link && device.link !== link)) return false;
  const wanted = text.trim().toLowerCase();
  return !wanted || `${device.id} ${device.name} ${device.zone}`.toLowerCase().includes(wanted);
}

function order(a: Device, b: Device, { sort, down }: DeviceQuery): number {
  const by = compare[sort](a, b) || collator.compare(a.id, b.id);
  return down ? -by : by;
}

// one for all: localeCompare makes its own each time, which takes a second for 2,000 devices
const collator = new Intl.Collator("ko", { numeric: true });

const compare: Record<DeviceSort, (a: Device, b: Device) => number> = {
  name: (a, b) => collator.compare(a.name, b.name),
  kind: (a, b) => collator.compare(a.kind, b.kind),
  zone: (a, b) => collator.compare(a.zone, b.zone),
  link: (a, b) => URGENCY[a.link] - URGENCY[b.link],
  seen: (a, b) => (a.lastSeenAt ?? 0) - (b.lastSeenAt ?? 0),
};
