import { applyDelta } from "../../components/live/apply-delta";
import { cityOfSnapshot, emptyCity } from "../../components/live/city-state";
import { PulseBoard } from "../../components/live/pulse-board";
import type { Delta, Snapshot } from "../../lib/contract/live";
import { contentOf, type Heard } from "./screen";

/** What a screen makes of what it hears, as the browser's does: so that two can be compared. */
export class WholeScreen {
  snapshots = 0;
  private city = emptyCity;
  private readonly board = new PulseBoard();

  hear(heard: Heard): void {
    if (heard.event === "snapshot") {
      const snapshot = contentOf(heard) as Snapshot;
      this.snapshots++;
      this.city = cityOfSnapshot(snapshot);
      this.board.reset(snapshot.devices);
      return;
    }
    const delta = contentOf(heard) as Delta;
    this.board.apply(delta);
    this.city = applyDelta(this.city, delta);
  }

  /** Everything that stands on it, as text, without where it stands in the stream of deltas and without what devices said when. */
  seen(): string {
    const { alerts, incidents, units, zones, devices, health: _health } = this.city;
    const pulses = [...this.board.entries()].map(([id, { link, status, values }]) => [id, link, status, [...values]]);
    const parts = [alerts, incidents, units, zones].map((map) => [...map.values()]);
    return JSON.stringify([...parts, [...devices.keys()].sort(), pulses.sort()]);
  }
}
