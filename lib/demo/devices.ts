import type { NewDevice } from "../contract/device";
import { cameras } from "./data/cameras";
import { gauges } from "./data/gauges";
import { rainGauges } from "./data/rain-gauges";
import { schools } from "./data/schools";
import { signboards } from "./data/signboards";
import { streets } from "./data/streets";
import { underpasses } from "./data/underpasses";
import type { Site } from "./site";
import { zoneOr } from "./zones";

/** What all devices of one list share: kind, id prefix, the words after the place's name, security class, zone. */
type Series = {
  kind: string;
  prefix: string;
  ko: string;
  en: string;
  class: 0 | 1 | 2 | 3;
  zone: (id: string) => string;
};

const place = (
  id: string,
  kind: string,
  name: string,
  site: { lat: number; lon: number },
  zone: string,
  grade: number,
): NewDevice => ({
  id,
  kind,
  name,
  ...site,
  zone,
  class: grade,
  properties: {},
});

const series = (s: Series, sites: readonly Site[]): NewDevice[] =>
  sites.map(([id, ko, en, lat, lon]) =>
    place(s.prefix + id, s.kind, `${ko}${s.ko} ${en}${s.en}`, { lat, lon }, s.zone(id), s.class),
  );

const always = (zone: string) => () => zone;

/** A sign stands for the water that it warns of: the river's bank, the underpass behind it; all others for the street. */
const signZones: Record<string, string> = {
  "jamsu-north": "riverside",
  "jamsu-south": "riverside",
  olympic: "riverside",
  dongbu: "riverside",
  daebang: "underpass",
  guro: "underpass",
};
const signZone = (id: string) => signZones[id] ?? "street";

/** The devices of the demo city, all of them simulated, at real places of Seoul. */
export const demoDevices: NewDevice[] = [
  ...series({ kind: "water-level", prefix: "", ko: "", en: "", class: 2, zone: always("riverside") }, gauges),
  place("paldang-dam", "dam", "팔당댐 Paldang Dam", { lat: 37.527, lon: 127.279 }, "riverside", 2),
  ...series(
    {
      kind: "underpass-flood",
      prefix: "underpass-",
      ko: "지하차도",
      en: " Underpass",
      class: 1,
      zone: (id) => zoneOr(`up-${id}`, "underpass"),
    },
    underpasses,
  ),
  ...series({ kind: "street-flood", prefix: "street-", ko: "", en: "", class: 0, zone: always("street") }, streets),
  ...series(
    { kind: "rain-gauge", prefix: "rain-", ko: " 강우", en: " rain", class: 1, zone: always("street") },
    rainGauges,
  ),
  ...series(
    {
      kind: "weather",
      prefix: "weather-",
      ko: "초등학교",
      en: " Elementary School",
      class: 1,
      zone: (id) => zoneOr(`cpz-${id}`, "child-protection"),
    },
    schools,
  ),
  ...series({ kind: "cctv", prefix: "cctv-", ko: " 카메라", en: " camera", class: 2, zone: always("street") }, cameras),
  ...series(
    { kind: "signboard", prefix: "sign-", ko: " 전광판", en: " signboard", class: 1, zone: signZone },
    signboards,
  ),
];
