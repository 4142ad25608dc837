import { linkOf } from "./analyze/link";
import { silentMinutes } from "./analyze/silence";
import type { Verdict, Watch } from "./analyze/watch";
import { MINUTE, type SteadyClock } from "./base/clock";
import type { Delta } from "./contract/live";
import type { DeviceEntry, Registry } from "./ingest/registry";

export type Links = NonNullable<Delta["links"]>;
type Parts = {
  clock: SteadyClock;
  registry: Registry;
  watch: Watch;
  /** Up to when the city surely ran before this start, by the wall. */
  aliveAt: number;
};

/** The wall and the steady clock run apart by less than this without anybody having set the wall. */
const STEP_MS = 1000;

/**
 * Who speaks and who is silent. Silence is counted on the steady clock: a wall that is set, by an hour or by a second, raises
 * and clears nothing. What people read stays the wall's.
 */
export class Presence {
  private readonly parts: Parts;
  private readonly since: { wall: number; steady: number };
  /** By how much the wall is ahead of the steady clock. */
  private ahead: number;
  /** Devices that said how they are since the last look: screens are told once a second, however often a device says it. */
  private readonly told = new Set<DeviceEntry>();

  constructor(parts: Parts) {
    this.parts = parts;
    this.since = { wall: parts.clock.now(), steady: parts.clock.steady() };
    this.ahead = this.since.wall - this.since.steady;
    for (const device of parts.registry.devices.values())
      if (device.record.retiredAt === null) parts.registry.fleet.relink(device, this.link(device, this.since.steady));
  }

  /** The city's time as it has passed since the start, UTC ms: nobody can set it. For spans that need an instant. */
  felt(): number {
    return this.since.wall + this.parts.clock.steady() - this.since.steady;
  }

  /** A sign of life. */
  heard(device: DeviceEntry): void {
    const { clock } = this.parts;
    device.lastSeenAt = clock.now();
    device.heardAt = clock.steady();
    device.spoken = true;
  }

  /** The device has said how it is. */
  said(device: DeviceEntry): void {
    this.told.add(device);
  }

  /** Judges every silence that a rule looks at into `verdicts`; gives what screens must hear. */
  look(verdicts: Verdict[]): Links {
    const { clock, registry } = this.parts;
    const [now, steady] = [clock.now(), clock.steady()];
    const stepped = this.follow(now - steady);
    this.judge(now, steady, verdicts);
    const links: Links = [];
    for (const device of registry.devices.values()) {
      if (device.record.retiredAt !== null) continue;
      if (stepped && device.heardAt !== null) device.lastSeenAt = Math.round(now - (steady - device.heardAt));
      const link = this.link(device, steady);
      if (link === device.link && !stepped && !this.told.has(device)) continue;
      registry.fleet.relink(device, link);
      links.push(linkDelta(device));
    }
    this.told.clear();
    return links;
  }

  /** Whether the wall has been set since the last look. */
  private follow(ahead: number): boolean {
    const stepped = Math.abs(ahead - this.ahead) > STEP_MS;
    if (stepped) this.ahead = ahead;
    return stepped;
  }

  private judge(now: number, steady: number, verdicts: Verdict[]): void {
    const { watch, registry } = this.parts;
    const felt = this.felt();
    for (const { key, deviceId, stream } of watch.silences) {
      const device = registry.inService(deviceId);
      const own = this.silent(device ?? unheard, steady);
      const silent = stream === "" ? own : missing(this.silent(device?.streams.get(stream) ?? unheard, steady), own);
      if (silent !== null) watch.sample(key, now, silent, verdicts, felt);
    }
  }

  /** Minutes; null where it has never spoken. */
  private silent({ heardAt, spoken, seenBefore }: Heard, steady: number): number | null {
    if (heardAt === null) return null;
    if (spoken) return (steady - heardAt) / MINUTE;
    return silentMinutes(seenBefore ?? this.parts.aliveAt, this.parts.aliveAt, steady - this.since.steady);
  }

  private link({ heardAt, record }: DeviceEntry, steady: number) {
    return linkOf(heardAt === null ? null : steady - heardAt, record.keepAliveMs);
  }
}

type Heard = Pick<DeviceEntry, "heardAt" | "spoken" | "seenBefore">;
/** For how long a value is missed while its device speaks, minutes: what is silent as a whole is told as the device's silence, once. */
function missing(value: number | null, device: number | null): number | null {
  return value === null || device === null ? null : Math.max(0, value - device);
}

const unheard: Heard = { heardAt: null, spoken: false, seenBefore: null };

function linkDelta({ record, link, lastSeenAt }: DeviceEntry): Links[number] {
  return { id: record.id, link, lastSeenAt, status: record.status };
}
