import type { Remembered } from "../remembered";
import { Mind, type MindKept } from "./mind";
import type { ForecastBar, Target } from "./plan-forecasts";

/** A level's mind as it is stored, beside what rules remember: in the stream's place stands which level of it. */
type Stored = MindKept & { limit: number };

const PREFIX = "forecast ";

/** Whether something remembered is a forecast's, and not a rule's. */
export function isForecast({ stream }: Remembered): boolean {
  return stream.startsWith(PREFIX);
}

export function remembered(target: Target, { bar, memory, alertId }: Mind): Remembered {
  const stored: Stored = { memory, alertId, limit: bar.limit };
  return { ...rowOf(target, bar), memory: JSON.stringify(stored) };
}

/** What was in mind of levels, here or on the disk: a level that is the same goes on, and what is left is forgotten. */
export class KeptMinds {
  private readonly kept = new Map<string, { row: Omit<Remembered, "memory">; stored: Stored }>();

  constructor(rows: Iterable<Remembered>) {
    for (const { memory, ...row } of rows) {
      const stored = JSON.parse(memory) as Stored | null;
      if (stored) this.kept.set(idOf(row), { row, stored });
    }
  }

  /** The mind of a level of a target; `over`: it is reached now. */
  mindOf(target: Target, bar: ForecastBar, over: boolean): Mind {
    const id = idOf(rowOf(target, bar));
    const stored = this.kept.get(id)?.stored;
    if (stored?.limit !== bar.limit) return new Mind(bar, over, undefined);
    this.kept.delete(id);
    return new Mind(bar, over, { memory: stored.memory, alertId: stored.alertId });
  }

  /** What no level took up again, as it is to be stored. */
  forgotten(): Remembered[] {
    return [...this.kept.values()].map(({ row }) => ({ ...row, memory: "null" }));
  }
}

function rowOf({ deviceId, stream }: Target, { rule, level }: ForecastBar): Omit<Remembered, "memory"> {
  return { ruleId: rule.id, deviceId, stream: `${PREFIX}${level} ${stream}` };
}

function idOf({ ruleId, deviceId, stream }: Omit<Remembered, "memory">): string {
  return `${ruleId}\n${deviceId}\n${stream}`;
}
