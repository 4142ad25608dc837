import type { PublicAlert, PublicSummary } from "@/lib/contract/city";

/** A quiet city for tests. */
export const quiet: PublicSummary = {
  city: { mode: "live", demo: false, now: 1_000_000, speed: 1, timeZone: "Asia/Seoul", mapStyleUrl: null },
  level: 0,
  sure: true,
  alerts: [],
  ended: [],
  cannotStoreSince: null,
  dataAt: 999_000,
  devices: { total: 10, fresh: 10 },
  official: { warnings: [], feeds: [] },
  watches: [],
};

/** A danger for tests; `part` says what is special about it. */
export const danger = (part: Partial<PublicAlert>): PublicAlert => ({
  id: "a",
  hazard: "flood",
  level: 2,
  title: { ko: "도로 침수", en: "Road flooded" },
  advice: { ko: "우회하십시오.", en: "Go around." },
  place: "서초구",
  lat: 37.5,
  lon: 127,
  since: 500_000,
  clearedAt: null,
  simulated: false,
  ...part,
});
