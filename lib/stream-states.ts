import { streamStateOf } from "./analyze/stream-state";
import type { Watch } from "./analyze/watch";
import type { SteadyClock } from "./base/clock";
import type { StreamState } from "./contract/device";
import type { StateDelta, ValueDelta } from "./contract/live";
import type { Registry, StreamEntry } from "./ingest/registry";

type Parts = { clock: SteadyClock; registry: Registry; watch: Watch };
type Now = { wall: number; steady: number };

/** In which state each stream is. Told with its values, and by itself where it changes without one. */
export class StreamStates {
  private readonly parts: Parts;

  constructor(parts: Parts) {
    this.parts = parts;
    this.look();
  }

  /** Looks at every stream in service; gives those whose state is another than when it was told last. */
  look(): StateDelta[] {
    const now = this.now();
    const changed: StateDelta[] = [];
    for (const device of this.parts.registry.devices.values()) {
      if (device.record.retiredAt !== null) continue;
      for (const stream of device.streams.values()) {
        const state = this.of(stream, now);
        if (state === stream.state) continue;
        stream.state = state;
        changed.push([device.record.id, stream.spec.name, state]);
      }
    }
    return changed;
  }

  /** The newest values of streams that have just spoken, as screens are told them. */
  told(streams: readonly StreamEntry[]): [stream: number, value: ValueDelta][] {
    const now = this.now();
    return streams.map((stream) => {
      stream.state = this.of(stream, now);
      const { id, device, spec, latestAt, latestValue, state } = stream;
      const value: ValueDelta = [device.record.id, spec.name, latestAt, latestValue];
      if (state !== "fresh") value.push(state);
      return [id, value];
    });
  }

  private now(): Now {
    const { clock } = this.parts;
    return { wall: clock.now(), steady: clock.steady() };
  }

  private of(stream: StreamEntry, now: Now): StreamState {
    const { spec, device, latestAt, heardAt } = stream;
    // nothing has come yet: there is no value that could be anything
    if (heardAt === null) return "fresh";
    const heard = this.parts.watch.heardOf(stream.id);
    const facts = {
      ageMs: Math.max(now.steady - heardAt, now.wall - latestAt),
      value: stream.latestValue,
      sameMs: latestAt - (heard?.sameSince ?? latestAt),
      doubted: heard?.doubted ?? false,
      outOfRange: stream.outOfRange,
      disordered: stream.disordered,
    };
    return streamStateOf(facts, spec.everyMs ?? device.record.keepAliveMs, spec.frozen);
  }
}
