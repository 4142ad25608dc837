import type { Device, LatestValue, LinkState, Status } from "@/lib/contract/device";
import type { Delta, StateDelta } from "@/lib/contract/live";

/** What changes all the time of one device. A new object each time it changes, so that its identity says whether it did. */
export type Pulse = {
  readonly link: LinkState;
  readonly lastSeenAt: number | null;
  readonly status: Status | null;
  readonly values: ReadonlyMap<string, LatestValue>;
};

export type LinkCounts = Record<LinkState, number>;
type LinkDelta = NonNullable<Delta["links"]>[number];
type Listener = (changed: ReadonlySet<string>) => void;

/**
 * The newest values and links of all devices. Mutable on purpose: with ten thousand devices a reading must cost what one
 * device costs. Screens subscribe to one device, the map to whatever changed.
 */
export class PulseBoard {
  private readonly pulses = new Map<string, Pulse>();
  private readonly listeners = new Set<Listener>();
  private readonly perDevice = new Map<string, Set<() => void>>();

  of(id: string): Pulse | undefined {
    return this.pulses.get(id);
  }

  entries(): IterableIterator<[string, Pulse]> {
    return this.pulses.entries();
  }

  /** How the lines of the devices do for which `counted` holds. */
  counts(counted: (id: string) => boolean = () => true): LinkCounts {
    const counts: LinkCounts = { fresh: 0, late: 0, offline: 0, never: 0 };
    for (const [id, pulse] of this.pulses) if (counted(id)) counts[pulse.link] += 1;
    return counts;
  }

  /** Forgets everything and takes the pulses of a snapshot. */
  reset(devices: readonly Device[]): void {
    const changed = new Set(this.pulses.keys());
    this.pulses.clear();
    for (const device of devices) {
      this.pulses.set(device.id, pulseOf(device));
      changed.add(device.id);
    }
    this.tell(changed);
  }

  /** Forgets everything and takes the pulses of another board. */
  become(other: PulseBoard): void {
    const changed = new Set([...this.pulses.keys(), ...other.pulses.keys()]);
    this.pulses.clear();
    for (const [id, pulse] of other.pulses) this.pulses.set(id, pulse);
    this.tell(changed);
  }

  /** Takes the values and links of a delta; tells who changed, once. */
  apply(delta: Delta): void {
    const changed = new Set<string>();
    for (const device of delta.devices ?? []) {
      this.pulses.set(device.id, pulseOf(device));
      changed.add(device.id);
    }
    for (const id of this.takeAll(delta)) changed.add(id);
    for (const id of delta.devicesGone ?? []) if (this.pulses.delete(id)) changed.add(id);
    this.tell(changed);
  }

  /** The ids of those whose values, states or link it changes. */
  private *takeAll({ now, values = [], states = [], links = [] }: Delta): Generator<string> {
    for (const [id, stream, at, value, state = "fresh"] of values)
      if (this.takeValue(id, { stream, at, value, state }, now)) yield id;
    for (const state of states) if (this.takeState(state)) yield state[0];
    for (const link of links) if (this.takeLink(link)) yield link.id;
  }

  /** A device whose value is told has just spoken, however old the value is. */
  private takeValue(id: string, latest: LatestValue, lastSeenAt: number): boolean {
    const before = this.pulses.get(id);
    // a value of a device that this room does not show, or one older than what is known
    if (!before || (before.values.get(latest.stream)?.at ?? Number.NEGATIVE_INFINITY) > latest.at) return false;
    this.pulses.set(id, { ...before, lastSeenAt, values: new Map(before.values).set(latest.stream, latest) });
    return true;
  }

  private takeState([id, stream, state]: StateDelta): boolean {
    const before = this.pulses.get(id);
    const latest = before?.values.get(stream);
    if (!before || !latest) return false;
    this.pulses.set(id, { ...before, values: new Map(before.values).set(stream, { ...latest, state }) });
    return true;
  }

  private takeLink({ id, link, lastSeenAt, status }: LinkDelta): boolean {
    const before = this.pulses.get(id);
    if (!before) return false;
    this.pulses.set(id, { ...before, link, lastSeenAt, status: status === undefined ? before.status : status });
    return true;
  }

  /** Told once per delta with the ids that changed. */
  onChange(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Told when this one device changed. */
  onDevice(id: string, listener: () => void): () => void {
    const set = this.perDevice.get(id) ?? new Set();
    this.perDevice.set(id, set.add(listener));
    return () => {
      set.delete(listener);
      if (set.size === 0) this.perDevice.delete(id);
    };
  }

  private tell(changed: ReadonlySet<string>): void {
    if (changed.size === 0) return;
    for (const listener of this.listeners) listener(changed);
    for (const id of changed) for (const listener of this.perDevice.get(id) ?? []) listener();
  }
}

function pulseOf(device: Device): Pulse {
  return {
    link: device.link,
    lastSeenAt: device.lastSeenAt,
    status: device.status,
    values: new Map(device.latest.map((value) => [value.stream, value])),
  };
}
