import { expect, test } from "vitest";
import { startOfDay } from "./city-day";

test.each(["2026-11-23T00:00:00+09:00", "2026-11-23T08:59:59.500+09:00", "2026-11-23T23:59:59+09:00"])(
  "the day of %s began at midnight in Seoul",
  (now) => {
    expect(startOfDay(Date.parse(now), "Asia/Seoul")).toBe(Date.parse("2026-11-23T00:00:00+09:00"));
  },
);
