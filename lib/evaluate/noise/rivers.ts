import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { jamsuRules } from "../../analyze/pack/jamsu";
import { waterLevel } from "../../kinds/streams";
import { waterLevelKind } from "../../kinds/water-level";
import { meet } from "./compare";
import { doubtsOf, judgeSeries, type Policy } from "./judge-series";
import type { Point } from "./series";

const STALE_MS = 3 * waterLevelKind.keepAliveMs;
const GAUGES = ["jamsu_m", "cheongdam_m", "hangang_m", "haengju_m"] as const;

/** What the limit of a river does to eight summers of the Han: readings that it doubts, and crossings of Jamsu's levels that it delays. */
export async function rivers(data: string): Promise<string[]> {
  const file = join(data, "han-river-history/2012-2019.csv.gz");
  if (!existsSync(file)) return [`${file} is absent: the limit of river levels is not looked at.`];
  const gauges = await readWide(file);
  const doubts = GAUGES.map((gauge) => {
    const points = gauges.get(gauge) ?? [];
    const { doubted, confirmed } = doubtsOf(waterLevel.plausible, STALE_MS, points);
    return `  ${gauge.padEnd(12)} ${points.length} readings, ${doubted} doubted, ${confirmed} of them confirmed by the next`;
  });
  const crossings = jamsuRules.map((rule) => {
    const points = gauges.get("jamsu_m") ?? [];
    const policy = (plausible: Policy["plausible"]): Policy => ({
      name: "",
      rule: { ...rule, version: 1, createdAt: 0, createdBy: "pack" },
      plausible,
      staleAfterMs: STALE_MS,
    });
    const plain = judgeSeries(policy(undefined), points);
    const late = meet(plain, judgeSeries(policy(waterLevel.plausible), points));
    return `  ${rule.raise} m: ${plain.length} crossings, ${late.filter((m) => m.lateMs !== 0).length} late or missed`;
  });
  return [
    "",
    "== river levels, Han 2012-2019 (May to October, every 10 min)",
    ...doubts,
    "  at Jamsu bridge:",
    ...crossings,
  ];
}

/** A file with a column for each gauge, as readings of each. */
async function readWide(file: string): Promise<Map<string, Point[]>> {
  const lines = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  let head: string[] | null = null;
  const gauges = new Map<string, Point[]>(GAUGES.map((gauge) => [gauge, []]));
  for await (const line of lines) {
    const cells = line.split(",");
    if (!head) {
      head = cells;
      continue;
    }
    const at = Date.parse(cells[0] ?? "");
    for (const [gauge, points] of gauges) {
      const text = cells[head.indexOf(gauge)];
      if (text) points.push({ at, value: Number(text) });
    }
  }
  return gauges;
}
