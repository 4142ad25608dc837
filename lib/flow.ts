import { joined } from "./alert/alert-state";
import { foretoldOutcome } from "./alert/foretold";
import { noticesOf } from "./alert/notices";
import { both, ended, type Given, type Outcome, outcomeOf } from "./alert/outcome";
import type { Foresight } from "./analyze/forecast/foresight";
import type { Remembered } from "./analyze/remembered";
import type { Verdict, Watch } from "./analyze/watch";
import type { SteadyClock } from "./base/clock";
import { Failure } from "./base/failure";
import type { NewId } from "./base/id";
import { factsOf, memoryRow, newestOf } from "./commit-facts";
import type { Change } from "./contract/change";
import type { Status } from "./contract/device";
import type { Delta } from "./contract/live";
import { newerPlace } from "./contract/position";
import type { ReadingsAnswer, RefusedReading } from "./contract/reading";
import { type Frame, inHand, type Receive } from "./gateway/receive";
import { cameraRows } from "./ingest/camera-rows";
import { IngestCounts } from "./ingest/counts";
import { withDerived } from "./ingest/derive";
import { type Group, GroupCommit, type Stored } from "./ingest/group-commit";
import type { DeviceEntry, Registry } from "./ingest/registry";
import { type Row, validateFrame } from "./ingest/validate";
import { seenOf } from "./keep-seen";
import type { LiveHub } from "./live/hub";
import { Presence } from "./presence";
import { Lock } from "./store/lock";
import type { Store } from "./store/open";
import { commitReadings, noFacts } from "./store/reading/commit-readings";
import { findExisting } from "./store/reading/find-existing";
import { valueAt } from "./store/reading/value-at";
import { StreamStates } from "./stream-states";

export type FlowParts = {
  store: Store;
  clock: SteadyClock;
  newId: NewId;
  registry: Registry;
  watch: Watch;
  foresight: Foresight;
  hub: LiveHub;
  /** Up to when the city surely ran before this start, by its own clock. */
  aliveAt: number;
  /** Tells the watch what is stored of what it looks back on and does not know. */
  recall(): Promise<void>;
  /** Something was put into the outbox. */
  ring(): void;
};

/** What screens must hear because time has passed. */
type Passed = Pick<Delta, "links" | "states">;

/** The river, every stage in order: gateway → ingest → analyze → alert → store → live. */
export class Flow implements Receive {
  readonly counts = new IngestCounts();
  readonly queue: GroupCommit;
  private readonly parts: FlowParts;
  private readonly turn = new Lock();
  private readonly presence: Presence;
  private readonly states: StreamStates;
  private tickDue = false;

  constructor(parts: FlowParts) {
    this.parts = parts;
    this.presence = new Presence(parts);
    this.states = new StreamStates(parts);
    this.queue = new GroupCommit(
      (rows) =>
        findExisting(
          parts.store,
          rows.map((r) => [r.at, r.stream.id]),
        ),
      (group) => this.alone(() => this.commit(group)),
    );
  }

  /** Runs `work` while no group is judged or stored: devices and rules change between two groups, never under one. */
  alone<T>(work: () => Promise<T>): Promise<T> {
    return this.turn.run(work);
  }

  /** A frame of readings: answered when the accepted ones are durable and judged. */
  readings(deviceId: string, given: Frame | readonly unknown[]): Promise<ReadingsAnswer> {
    const frame = "open" in given ? given : inHand(given);
    let refused: RefusedReading[] = [];
    const open = (device: DeviceEntry) => {
      const checked = validateFrame(device, frame.open(), this.parts.registry, this.parts.clock.now());
      refused = checked.refused;
      // what a gateway brings is a sign of life of its children too
      for (const { stream } of checked.rows) if (stream.device !== device) this.presence.heard(stream.device);
      return checked.rows;
    };
    return this.store(deviceId, frame.bytes, open).then(({ accepted, duplicates }) => {
      for (const { code } of refused) this.counts.refuseReading(deviceId, code);
      return { accepted, duplicates, refused };
    });
  }

  /** A frame that was refused whole, here or at the gateway, is counted. */
  refused(deviceId: string, code: string): void {
    this.counts.refuseFrame(deviceId, code);
  }

  /** A sign of life; what a camera says of itself goes down the river as readings. */
  async status(deviceId: string, status: Status): Promise<void> {
    const device = this.speaks(deviceId);
    device.record.status = { ...device.record.status, ...status };
    const rows = cameraRows(device, status, this.parts.clock.now(), this.presence.felt());
    if (rows.length > 0) await this.store(deviceId, 0, () => rows);
    this.presence.said(device);
  }

  /** What only time brings: silence and links. Once a second. */
  async tick(): Promise<void> {
    this.tickDue = true;
    await new Promise((stored, refused) =>
      this.queue.submit({ sender: "", bytes: 0, open: () => [], stored: () => stored(null), refused }),
    );
  }

  /** What a verb has changed: screens are told; an alert that has cleared meanwhile stays cleared. */
  changed({ rules: _rules, people: _people, ...change }: Change): void {
    const { state } = this.parts.hub;
    const units = change.units?.map((unit) => newerPlace(unit, state.units.get(unit.id)));
    const alerts = change.alerts?.map((alert) => joined(alert, state.alerts.get(alert.id)));
    this.parts.hub.tell({ ...change, ...(alerts && { alerts }), ...(units && { units }) });
  }

  /**
   * After rules or devices were bound anew (alone): an alert that no rule holds any more is cleared now, since nobody would
   * clear it otherwise, and what the dropped rules had in mind is forgotten on the disk too.
   */
  async release(dropped: Remembered[]): Promise<void> {
    const { watch, foresight, hub, clock, store } = this.parts;
    const held = new Set([...watch.held(), ...foresight.held()]);
    const loose = [...hub.state.alerts.values()].filter((a) => a.state !== "cleared" && !held.has(a.id));
    if (loose.length + dropped.length === 0) return;
    const outcome = { ...noFacts, cleared: loose.map((alert) => ended(alert, clock.now(), null)) };
    const notices = noticesOf(outcome, this.parts);
    await commitReadings(store, { ...outcome, memories: dropped.map(memoryRow), notices });
    this.show([], outcome, {});
  }

  private speaks(deviceId: string): DeviceEntry {
    const device = this.parts.registry.inService(deviceId);
    if (!device) throw new Failure("unauthorized", "This device is not in service.");
    this.presence.heard(device);
    return device;
  }

  /** Rejects with Failure `unauthorized`, `busy` or `storage-unavailable`, or with what `open` throws. Few promises: a frame costs as much as its readings. */
  private store(deviceId: string, bytes: number, open: (device: DeviceEntry) => Row[]): Promise<Stored> {
    return new Promise((resolve, reject) => {
      const device = this.speaks(deviceId);
      this.parts.store.guard.admit();
      const frame = this.counts.arrived(performance.now());
      const stored = (answer: Stored) => {
        this.counts.stored(answer.accepted, answer.duplicates, performance.now() - frame.at);
        this.counts.left(frame);
        resolve(answer);
      };
      const refused = (error: unknown) => {
        this.counts.left(frame);
        reject(error);
      };
      this.queue.submit({ sender: deviceId, bytes, open: () => open(device), stored, refused });
    });
  }

  /** Judged first, then readings and judgement stored as one: so neither is ever on the disk without the other. */
  private async commit(group: Group): Promise<void> {
    const { watch, foresight, store, recall, registry, clock } = this.parts;
    await recall();
    const { fresh: rows, late } = await withDerived(group, (s, at) =>
      valueAt(store, s.device.record.id, s.spec.name, at),
    );
    const newest = newestOf(rows);
    const verdicts: Verdict[] = [];
    // too late to be judged, in time to count in a sum
    for (const looks of [watch, foresight]) for (const row of late) looks.recall(row.stream.id, row.at, row.value);
    for (const row of rows) watch.sample(row.stream.id, row.at, row.value, verdicts, row.felt);
    for (const row of rows) foresight.sample(row.stream.id, row.at, row.value, clock.steady());
    const passed = this.passTime(verdicts);
    const outcome = outcomeOf(verdicts, this.given());
    const foretold = foretoldOutcome(foresight.judge(verdicts, clock.steady()), outcome, this.given());
    const facts = factsOf(watch, foresight.changes(), rows, late, newest);
    try {
      if (rows.length + late.length + facts.memories.length > 0) {
        const seen = seenOf(registry, watch.changedSilences(), clock.now());
        await commitReadings(store, {
          fresh: facts.fresh,
          late: facts.late,
          latest: facts.latest,
          doubted: facts.doubted,
          confirmed: facts.confirmed,
          memories: facts.memories,
          moves: facts.moves,
          raised: outcome.raised.concat(foretold.raised),
          changed: outcome.changed,
          cleared: outcome.cleared.concat(foretold.cleared),
          forecasts: foretold.results,
          seen,
          notices: noticesOf(outcome, this.parts),
        });
      }
    } catch (error) {
      watch.undo();
      foresight.undo();
      for (const row of rows) row.stream.markAt = row.stream.latestAt;
      // who is silent does not depend on the disk
      this.show([], noFacts, passed);
      throw error;
    }
    watch.settle();
    foresight.settle();
    if (rows.length + late.length > 0) this.counts.group.add(rows.length + late.length);
    for (const { stream } of late) stream.disordered = true;
    this.parts.hub.moved(facts.moves);
    this.show(newest, both(outcome, foretold), passed);
  }

  private passTime(verdicts: Verdict[]): Passed {
    if (!this.tickDue) return {};
    this.tickDue = false;
    return { links: this.presence.look(verdicts), states: this.states.look() };
  }

  private given(): Given {
    const { clock, newId, registry, hub } = this.parts;
    const place = (deviceId: string, stream: string) => {
      const { name, kind, zone, lat, lon } = registry.devices.get(deviceId)?.record ?? unplaced;
      return { deviceId, deviceName: name, kind, zone, lat, lon, stream };
    };
    const { alerts } = hub.state;
    return { now: clock.now(), newId, place, standing: (id) => alerts.get(id), known: () => alerts.values() };
  }

  private show(newest: Row[], { raised, changed, cleared }: Outcome, passed: Passed): void {
    const { hub, registry } = this.parts;
    for (const { stream, at, value } of newest) registry.took(stream, at, value);
    hub.values(this.states.told(newest.map((row) => row.stream)));
    // somebody may have acknowledged while the disk worked: take the alert as the screens have it now
    const moved = [...changed, ...cleared].map((a) => joined(hub.state.alerts.get(a.id) ?? a, a));
    if (raised.length + moved.length > 0) this.parts.ring();
    if (raised.length + moved.length > 0 || passed.links) hub.tell({ alerts: [...raised, ...moved], ...passed });
  }
}

const unplaced = { name: "", kind: "", zone: "", lat: 0, lon: 0 };
