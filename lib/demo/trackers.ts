import type { NewDevice } from "../contract/device";
import { demoUnits } from "./agencies";

/** Every unit of the demo city has a tracker, which a simulator drives. */
export const trackers: NewDevice[] = demoUnits.map(({ id, name, lat, lon }) => ({
  id: `tracker-${id}`,
  kind: "unit",
  name: `${name.ko} 위치 단말 ${name.en} tracker`,
  lat,
  lon,
  zone: "street",
  class: 1,
  properties: { unit: id },
}));
