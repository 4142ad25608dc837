import type { LinkState } from "../contract/device";

/** What of a device counts. */
type Counted = {
  record: { retiredAt: number | null };
  kind: { id: string; position?: object };
  link: LinkState;
  streams: ReadonlyMap<string, { latestAt: number }>;
};

/** The devices in service in numbers (trackers of units apart: a patrol car sees no water), counted as they change: nobody looks at ten thousand devices to say how many speak. */
export class Fleet {
  total = 0;
  readonly links: Record<LinkState, number> = { fresh: 0, late: 0, offline: 0, never: 0 };
  /** Devices by the id of their kind. */
  readonly kinds = new Map<string, number>();
  /** Newest reading of any device, event time; null before the first. */
  newestAt: number | null = null;

  /** Counts anew, after devices came or went. */
  recount(devices: Iterable<Counted>): void {
    this.total = 0;
    Object.assign(this.links, { fresh: 0, late: 0, offline: 0, never: 0 });
    this.kinds.clear();
    this.newestAt = null;
    for (const device of devices) if (device.record.retiredAt === null && !device.kind.position) this.add(device);
  }

  private add({ kind, link, streams }: Counted): void {
    this.total++;
    this.links[link]++;
    this.kinds.set(kind.id, (this.kinds.get(kind.id) ?? 0) + 1);
    for (const { latestAt } of streams.values()) this.spoke(latestAt);
  }

  /** A device in service whose line stands otherwise now. */
  relink(device: Pick<Counted, "link" | "kind">, link: LinkState): void {
    if (!device.kind.position) {
      this.links[device.link]--;
      this.links[link]++;
    }
    device.link = link;
  }

  /** A reading of a device in service, event time. */
  spoke(at: number): void {
    if (at > (this.newestAt ?? Number.NEGATIVE_INFINITY)) this.newestAt = at;
  }
}
