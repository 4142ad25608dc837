type Counts = ReadonlyMap<string, number>;
export type Refused = { readings: Counts; frames: Counts; devices: readonly { deviceId: string; count: number }[] };
export type Refusals = {
  readings: Record<string, number>;
  frames: Record<string, number>;
  /** The devices that were refused most, since the start. */
  devices: Record<string, number>;
};

/** Sums up refusals for the log: what was refused since the last line, instead of a line for each. */
export class RefusalLines {
  private readings: Counts = new Map();
  private frames: Counts = new Map();

  /** What came since the last call; null where nothing did. */
  next({ readings, frames, devices }: Refused): Refusals | null {
    const news = { readings: grown(this.readings, readings), frames: grown(this.frames, frames) };
    this.readings = new Map(readings);
    this.frames = new Map(frames);
    if (Object.keys({ ...news.readings, ...news.frames }).length === 0) return null;
    return { ...news, devices: Object.fromEntries(devices.map((d) => [d.deviceId, d.count])) };
  }
}

function grown(before: Counts, now: Counts): Record<string, number> {
  const news = [...now].map(([code, count]): [string, number] => [code, count - (before.get(code) ?? 0)]);
  return Object.fromEntries(news.filter(([, count]) => count > 0));
}
