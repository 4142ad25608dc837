import { describe, expect, test } from "vitest";
import { recordingAbsent, runRecording } from "./recorded";
import { reportOf } from "./report";

const recordings = [
  { name: "heat-2018-07", rows: 2_976, rules: ["heat-33", "heat-35"] },
  { name: "cold-2018-01", rows: 2_496, rules: ["cold-12", "cold-15"] },
  { name: "floodnet-nyc", rows: 77_544, rules: ["street-early", "street-closed", "street-silent"] },
];

describe.each(recordings)("$name", ({ name, rows, rules }) => {
  test.skipIf(recordingAbsent(name))(
    "every row is accepted, known already, or refused with a reason",
    { timeout: 600_000 },
    async () => {
      const result = await runRecording(name);
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
