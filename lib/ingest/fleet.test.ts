import fc from "fast-check";
import { expect, it } from "vitest";
import type { LinkState } from "../contract/device";
import { kinds } from "../kinds/index";
import { type DeviceEntry, Registry } from "./registry";

const LINKS: LinkState[] = ["fresh", "late", "offline", "never"];
const KINDS = ["water-level", "cctv", "weather"];
const place = { name: "", lat: 37.5, lon: 127, zone: "street", class: 0, simulated: false, properties: {} };
const past = { keyCipher: "", createdAt: 0, lastSeenAt: null, status: null };

function stored(i: number, retired: boolean) {
  const kind = KINDS[i % KINDS.length] ?? "";
  return { id: `d${i}`, kind, ...place, ...past, keepAliveMs: 1000, retiredAt: retired ? 1 : null };
}
const stream = (i: number) => ({
  id: i,
  deviceId: `d${i}`,
  name: "water-level",
  at: null,
  value: null,
  since: null,
  believed: null,
});

/** What `Fleet` counts, by looking at every device. */
function looked(devices: DeviceEntry[]) {
  const inService = devices.filter((d) => d.record.retiredAt === null);
  const links = Object.fromEntries(LINKS.map((link) => [link, inService.filter((d) => d.link === link).length]));
  const byKind = KINDS.map((kind) => [kind, inService.filter((d) => d.kind.id === kind).length] as const);
  const ats = inService.flatMap((d) => [...d.streams.values()]).map((s) => s.latestAt);
  const newestAt = ats.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return {
    total: inService.length,
    links,
    kinds: new Map(byKind.filter(([, n]) => n > 0)),
    newestAt: Number.isFinite(newestAt) ? newestAt : null,
  };
}

const act = fc.oneof(
  fc.record({ type: fc.constant("load" as const), retired: fc.array(fc.boolean(), { maxLength: 9 }) }),
  fc.record({ type: fc.constant("link" as const), nth: fc.nat(8), link: fc.constantFrom(...LINKS) }),
  fc.record({ type: fc.constant("value" as const), nth: fc.nat(8), at: fc.nat(100) }),
);
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

function happen(registry: Registry, it: Act): void {
  if (it.type === "load") {
    const records = it.retired.map((retired, i) => stored(i, retired));
    const streams = records.map((_, i) => stream(i));
    registry.load(records, streams, kinds);
    return;
  }
  const inService = [...registry.devices.values()].filter((d) => d.record.retiredAt === null);
  const device = inService[it.nth % inService.length];
  const level = device?.streams.get("water-level");
  if (it.type === "link" && device) registry.fleet.relink(device, it.link);
  if (it.type === "value" && level && it.at > level.latestAt) registry.took(level, it.at, 1);
}

it("counts the same as who looks at every device, whatever comes, goes, speaks and falls silent", () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      const registry = new Registry({ now: () => 0, steady: () => 0 });
      for (const it of acts) {
        happen(registry, it);
        const { total, links, kinds: byKind, newestAt } = registry.fleet;
        expect({ total, links, kinds: byKind, newestAt }).toEqual(looked([...registry.devices.values()]));
      }
    }),
  );
});
