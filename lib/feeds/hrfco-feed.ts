import { type Get, getJson } from "./get-json";
import { type GaugeReading, type GaugeStation, readingsOf, stationsOf } from "./hrfco";

export type HrfcoSource = { base: string; key: string; stations: readonly string[]; get: Get };
export type Gauge = { station: GaugeStation; readings: GaugeReading[] };

/** The named stations as the office describes them now. Throws Failure as getJson does. */
export async function askStations({ base, key, stations, get }: HrfcoSource): Promise<GaugeStation[]> {
  const all = stationsOf(await getJson(get, `${base}/${encodeURIComponent(key)}/waterlevel/info.json`));
  return all.filter((s) => stations.includes(s.code));
}

/** The newest levels of each station, one after the other: the office is not asked in a storm. */
export async function askLevels({ base, key, get }: HrfcoSource, stations: readonly GaugeStation[]): Promise<Gauge[]> {
  const gauges: Gauge[] = [];
  for (const station of stations) {
    const path = `waterlevel/list/10M/${encodeURIComponent(station.code)}.json`;
    const readings = readingsOf(await getJson(get, `${base}/${encodeURIComponent(key)}/${path}`), station.code);
    gauges.push({ station, readings });
  }
  return gauges;
}
