import { MINUTE } from "../../base/clock";
import type { NewDevice } from "../../contract/device";
import type { RecordedReading } from "../recording";

/**
 * A morning like that of Osong (2023-07-15, 14 dead): it rains, a river rises over a temporary bank, and an underpass that nobody
 * closed fills within minutes. The hours are those that are known (calls at about 07:02 and 07:58 asked for the underpass to be
 * closed, it flooded at 08:40; facts of the Osong inquiry as of 2023); every figure is invented, and the place is one in Seoul,
 * where this product's map is.
 */
const at = (clock: string): number => Date.parse(`2023-07-15T${clock}:00+09:00`);

export const osong = {
  begins: at("06:30"),
  firstCall: at("07:02"),
  secondCall: at("07:58"),
  bankBreaks: at("08:27"),
  flooded: at("08:40"),
  ends: at("09:00"),
} as const;

const exercise = { class: 1, properties: { exercise: "osong" } };
/** The patrol car that is sent, by its tracker; one of the units that an exercise's city has. It drives to the other underpass. */
export const PATROL = "police-gangnam-1";
const station = { lat: 37.5093, lon: 127.0668 };
const wrongPlace = { lat: 37.5124, lon: 127.0588 };

export const osongDevices: NewDevice[] = [
  {
    ...exercise,
    id: "osong-rain",
    kind: "rain-gauge",
    name: "훈련 강우량계 Exercise rain gauge",
    lat: 37.5003,
    lon: 127.0721,
    zone: "street",
  },
  {
    ...exercise,
    id: "osong-river",
    kind: "water-level",
    name: "훈련 탄천 수위 Exercise river gauge",
    lat: 37.4962,
    lon: 127.0698,
    zone: "riverside",
  },
  {
    ...exercise,
    id: "osong-underpass-2",
    kind: "underpass-flood",
    name: "훈련 제2지하차도 Exercise underpass 2",
    lat: 37.4948,
    lon: 127.0724,
    zone: "underpass",
  },
  {
    ...exercise,
    id: "osong-underpass-1",
    kind: "underpass-flood",
    name: "훈련 제1지하차도 Exercise underpass 1",
    lat: 37.5124,
    lon: 127.0588,
    zone: "underpass",
  },
  {
    ...exercise,
    id: PATROL,
    kind: "unit",
    name: "훈련 순찰차 Exercise patrol car",
    ...station,
    zone: "street",
  },
];

/** Metres at which the river stands at the foot of the temporary bank, and at its top. */
export const BANK_FOOT_M = 7.5;
const BANK_TOP_M = 9.2;
const BEGINS_M = 6.9;

const minutesAfter = (from: number, now: number): number => Math.max(0, (now - from) / MINUTE);

/** mm that fell in the minute before. */
function rainfallMm(now: number): number {
  const heavy = now >= at("06:40") && now < at("07:50");
  return Math.round((heavy ? 1.1 : 0.4) * (1 + 0.2 * Math.sin(minutesAfter(osong.begins, now))) * 100) / 100;
}

function riverM(now: number): number {
  const whole = minutesAfter(osong.begins, osong.bankBreaks);
  const risen = Math.min(1, minutesAfter(osong.begins, now) / whole);
  return Math.round((BEGINS_M + (BANK_TOP_M - BEGINS_M) * risen) * 100) / 100;
}

/** Dry until the bank breaks; a depth that nobody walks through three minutes later. */
function underpassMm(now: number): number {
  return Math.round(Math.min(4200, 190 * minutesAfter(osong.bankBreaks, now)));
}

/** Where the patrol car is: it leaves its station at 07:10 and stands at the wrong underpass from 07:16 on. */
function patrolAt(now: number): { lat: number; lon: number } {
  const part = Math.min(1, minutesAfter(at("07:10"), now) / 6);
  const between = (from: number, to: number) => Math.round((from + (to - from) * part) * 1e5) / 1e5;
  return { lat: between(station.lat, wrongPlace.lat), lon: between(station.lon, wrongPlace.lon) };
}

/** What the devices say, minute by minute and in order of time. */
export function osongReadings(): RecordedReading[] {
  const readings: RecordedReading[] = [];
  for (let now = osong.begins as number; now <= osong.ends; now += MINUTE) {
    const said: [device: string, stream: string, value: number][] = [
      ["osong-rain", "rainfall", rainfallMm(now)],
      ["osong-river", "water-level", riverM(now)],
      ["osong-underpass-2", "water-depth", underpassMm(now)],
      ["osong-underpass-1", "water-depth", 0],
      [PATROL, "lat", patrolAt(now).lat],
      [PATROL, "lon", patrolAt(now).lon],
    ];
    for (const [device, stream, value] of said)
      readings.push({ line: readings.length + 1, at: now, device, stream, value });
  }
  return readings;
}
