import { describe, expect, test } from "vitest";
import { notPlayed, playRecording } from "./recorded";
import { reportOf } from "./report";

/** The months of floodnet hold its two busiest storms, with two years of nothing between them. */
const recordings = [
  {
    name: "floodnet-nyc",
    months: ["2023-09", "2025-10"],
    rows: 8_387,
    rules: ["street-early", "street-closed", "street-silent"],
  },
];

describe.each(recordings)("$name", ({ name, months, rows, rules }) => {
  test.skipIf(notPlayed(name))(
    "every row is accepted, known already, or refused with a reason",
    { timeout: 300_000 },
    async () => {
      const result = await playRecording(name, months);
      expect(result.tally.rows).toBe(rows);
      expect(result.tally.unanswered).toBe(0);
      for (const ruleId of rules)
        expect(
          result.alerts.some((a) => a.ruleId === ruleId),
          ruleId,
        ).toBe(true);
      expect(reportOf(result)).toContain(`rows read    ${rows}`);
    },
  );
});
