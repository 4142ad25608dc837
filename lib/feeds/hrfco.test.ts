import { expect, it } from "vitest";
import { RuleBody } from "../contract/rule";
import { degreesOf, readingsOf, stationsOf } from "./hrfco";
import { stationRules } from "./station-rules";

const jamsu = {
  wlobscd: "1018680",
  agcnm: "환경부",
  obsnm: "서울시(잠수교)",
  lat: "37-30-46",
  lon: "126-59-47",
  gdt: "0.500",
  attwl: "5.5",
  wrnwl: "6.2",
  almwl: " ",
  srswl: "",
};

it("reads stations with their own levels; blank is missing, and a station without a place is left out", () => {
  const [station, ...more] = stationsOf({ content: [jamsu, { ...jamsu, wlobscd: "2", lat: " " }, { wlobscd: 1 }] });
  expect(more).toEqual([]);
  expect(station).toMatchObject({ code: "1018680", datum: 0.5, lat: 37 + 30 / 60 + 46 / 3600 });
  expect(station?.levels).toEqual([
    { level: 1, metres: 5.5 },
    { level: 2, metres: 6.2 },
  ]);
});

it("reads levels in the order of time, without the ones that are missing or broken", () => {
  const row = (ymdhm: string, wl: unknown) => ({ wlobscd: "1018680", ymdhm, wl, fw: "" });
  const rows = [row("202208100640", "9.70"), row("202208100630", 9.69), row("202208100620", ""), row("x", "1")];
  expect(readingsOf({ content: rows }, "1018680")).toEqual([
    { at: Date.parse("2022-08-10T06:30:00+09:00"), value: 9.69 },
    { at: Date.parse("2022-08-10T06:40:00+09:00"), value: 9.7 },
  ]);
  expect(readingsOf({ content: rows }, "1018683")).toEqual([]);
});

it("makes official rules of the contract of a station's levels, with their source and the day they were fetched", () => {
  const [station] = stationsOf({ content: [jamsu] });
  if (!station) throw new Error("no station");
  const rules = stationRules(station, Date.parse("2026-11-26T23:30:00+09:00"));
  expect(rules.map((r) => [r.id, r.body.level, r.body.raise, r.body.clear])).toEqual([
    ["hrfco-1018680-level-1", 1, 5.5, 5.49],
    ["hrfco-1018680-level-2", 2, 6.2, 6.19],
  ]);
  for (const { body } of rules) {
    expect(RuleBody.parse(body)).toEqual(body);
    expect([body.official, body.effectiveFrom]).toEqual([true, "2026-11-26"]);
  }
});

it("refuses what is no answer of the office", () => {
  for (const answer of [null, 7, "x", {}, { content: 1 }]) expect(() => stationsOf(answer)).toThrow(/form/);
  expect(() => stationsOf({ code: "990", message: "x" })).toThrow(/990/);
  expect([degreesOf("127-00-28"), degreesOf("127.01"), degreesOf("")].map((d) => Number.isNaN(d))).toEqual([
    false,
    true,
    true,
  ]);
});
