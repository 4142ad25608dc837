import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import type { Alert } from "../contract/alert";
import { DATA, notPlayed, playRecording } from "./recorded";

/**
 * An independent reading of the recordings: the file, the formula of the KMA as it is published and days of Korea, written down
 * once more and with nothing of the city in it.
 */
type Hour = { time: string; temperature: number; humidity: number };
type Event = { at: string; level: number };

function hoursOf(name: string): Hour[] {
  const lines = gunzipSync(readFileSync(`${DATA}/${name}/readings.csv.gz`))
    .toString("utf8")
    .trim()
    .split("\n");
  const hours = new Map<string, Hour>();
  for (const line of lines.slice(1)) {
    const [time = "", , stream = "", value] = line.split(",");
    const hour = hours.get(time) ?? { time, temperature: Number.NaN, humidity: Number.NaN };
    hours.set(time, { ...hour, [stream]: Number(value) });
  }
  return [...hours.values()];
}

function feels({ temperature: t, humidity: rh }: Hour): number {
  const tw =
    t * Math.atan(0.151977 * (rh + 8.313659) ** 0.5) +
    Math.atan(t + rh) -
    Math.atan(rh - 1.67633) +
    0.00391838 * rh ** 1.5 * Math.atan(0.023101 * rh) -
    4.686035;
  return Number((-0.2442 + 0.55399 * tw + 0.45535 * t - 0.0022 * tw * tw + 0.00278 * tw * t + 3.0).toFixed(2));
}

const dayOf = (time: string) => time.slice(0, 10);
const hourOf = (time: string) => Number(time.slice(11, 13));

/** The days on which some hour reached the bar. */
function daysOver(hours: Hour[], value: (hour: Hour) => number, bar: number): string[] {
  return [...new Set(hours.filter((hour) => value(hour) >= bar).map((hour) => dayOf(hour.time)))];
}

type Bar = { raise: number; clear: number; level: number };

/**
 * Goes through the hours with a pencil: when two days running have reached 33 (35), and when a day that is over did not reach more
 * than 32 (34). `danger` is turned so that more is worse; `from` and `to` are the hours that count.
 */
function twoDays(hours: Hour[], danger: (hour: Hour) => number, bars: Bar[], [from, to]: [number, number]): Event[] {
  const days = [...new Set(hours.map((hour) => dayOf(hour.time)))];
  const events: Event[] = [];
  for (const { time } of hours) {
    const today = days.indexOf(dayOf(time));
    const worst = (back: number) => {
      const day = hours.filter((h) => dayOf(h.time) === days[today - back] && h.time <= time);
      return Math.max(...day.filter((h) => hourOf(h.time) >= from && hourOf(h.time) < to).map(danger));
    };
    const over = hourOf(time) >= to ? 0 : 1;
    const run = Math.min(worst(0), worst(1));
    const before = events.at(-1)?.level ?? 0;
    const level = pencil(before, bars, run, Math.max(run, Math.min(worst(over), worst(over + 1))));
    if (level !== before) events.push({ at: time, level });
  }
  return events;
}

/** The level after an hour: up where the run has reached a bar, down where neither it nor the days that are over hold it. */
function pencil(level: number, bars: Bar[], run: number, holds: number): number {
  const reached = bars.filter((bar) => run >= bar.raise).map((bar) => bar.level);
  const held = bars.filter((bar) => bar.level <= level && holds > bar.clear).map((bar) => bar.level);
  return Math.max(0, ...reached, ...held);
}

const seoul = (at: number) => `${new Date(at + 9 * 3_600_000).toISOString().slice(0, 19)}+09:00`;

/** An alert as the changes of level that it went through. */
function eventsOf(alert: Alert): Event[] {
  const moved = (alert.levels ?? []).map(({ at, level }) => ({ at: seoul(at), level }));
  const first = { at: seoul(alert.raisedAt), level: alert.levels?.[0]?.from ?? alert.level };
  return [first, ...moved, ...(alert.clearedAt === null ? [] : [{ at: seoul(alert.clearedAt), level: 0 }])];
}

function raisedDays(alerts: Alert[], ruleId: string): string[] {
  return [...new Set(alerts.filter((a) => a.ruleId === ruleId).map((a) => dayOf(seoul(a.raisedAt))))];
}

describe.skipIf(notPlayed("heat-2018-07"))("the heat of July 2018", () => {
  let alerts: Alert[];
  const hours = notPlayed("heat-2018-07") ? [] : hoursOf("heat-2018-07");
  beforeAll(async () => {
    const played = await playRecording("heat-2018-07");
    alerts = played.alerts;
    // every row is accepted, or nothing below means anything
    expect(played.tally).toMatchObject({ rows: 2_976, accepted: 2_976, unanswered: 0 });
  }, 300_000);

  test.each([
    ["heat-33", 33],
    ["heat-35", 35],
  ])("%s: a local alert on each day that felt like %d °C, and on no other", (ruleId, bar) => {
    const days = daysOver(hours, feels, bar);
    expect(days.length).toBeGreaterThan(0);
    expect(raisedDays(alerts, ruleId)).toEqual(days);
  });

  test("two days running: one alert, from the hour in which the second day reached 33 °C, through its levels", () => {
    const bars = [
      { raise: 33, clear: 32, level: 2 },
      { raise: 35, clear: 34, level: 3 },
    ];
    const wanted = twoDays(hours, feels, bars, [0, 24]);
    expect(wanted.map((e) => dayOf(e.at))).toEqual(["2018-07-21", "2018-07-28"]);
    expect(alerts.filter((a) => a.ruleId === "heat-2-days").map(eventsOf)).toEqual([wanted]);
  });

  test("nothing else is raised, and none of it is called official", () => {
    expect(new Set(alerts.map((a) => a.ruleId))).toEqual(new Set(["heat-33", "heat-35", "heat-2-days"]));
    expect(alerts.every((a) => !/폭염/.test(a.ruleName.ko))).toBe(true);
  });
});

describe.skipIf(notPlayed("cold-2018-01"))("the cold of January 2018", () => {
  let alerts: Alert[];
  const hours = notPlayed("cold-2018-01") ? [] : hoursOf("cold-2018-01");
  const cold = (hour: Hour) => -hour.temperature;
  beforeAll(async () => {
    const played = await playRecording("cold-2018-01");
    alerts = played.alerts;
    // every row is accepted, or nothing below means anything
    expect(played.tally).toMatchObject({ rows: 2_496, accepted: 2_496, unanswered: 0 });
  }, 300_000);

  test.each([
    ["cold-12", 12],
    ["cold-15", 15],
  ])("%s: a local alert on each day on which it fell to −%d °C, and on no other", (ruleId, bar) => {
    expect(raisedDays(alerts, ruleId)).toEqual(startsOf(daysOver(hours, cold, bar), hours, cold, bar));
  });

  test("two mornings running: alerts on those days, through their levels, each until a morning that was safe", () => {
    const bars = [
      { raise: 12, clear: 11, level: 2 },
      { raise: 15, clear: 14, level: 3 },
    ];
    const wanted = twoDays(hours, cold, bars, [3, 9]);
    expect(wanted.filter((e) => e.level > 0).map((e) => dayOf(e.at))).toEqual([
      "2018-01-24",
      "2018-01-25",
      "2018-02-07",
    ]);
    expect(alerts.filter((a) => a.ruleId === "cold-2-days").flatMap(eventsOf)).toEqual(wanted);
  });

  test("nothing else is raised, and none of it is called official", () => {
    expect(new Set(alerts.map((a) => a.ruleId))).toEqual(new Set(["cold-12", "cold-15", "cold-2-days"]));
    expect(alerts.every((a) => !/한파/.test(a.ruleName.ko))).toBe(true);
  });
});

/** Of the days over a bar those on which it began anew: a cold night is one alert through midnight, while it is not a degree warmer. */
function startsOf(days: string[], hours: Hour[], danger: (hour: Hour) => number, bar: number): string[] {
  let stood = false;
  const starts = new Set<string>();
  for (const hour of hours) {
    const over = danger(hour) >= bar;
    if (over && !stood) starts.add(dayOf(hour.time));
    stood = over || (stood && danger(hour) > bar - 1);
  }
  return days.filter((day) => starts.has(day));
}
