import { expect, test } from "vitest";
import { logTo } from "./log";

test("a line is one JSON object with its time, its level in words and what happened", () => {
  const lines: string[] = [];
  const log = logTo({ write: (line: string) => void lines.push(line) }, "info");
  log.info({ event: "start", url: "http://127.0.0.1:3000" }, "open");
  log.debug({ event: "request" });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: "info",
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      event: "start",
      url: "http://127.0.0.1:3000",
      msg: "open",
    },
  ]);
});
