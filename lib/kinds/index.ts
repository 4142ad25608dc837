import { cctv } from "./cctv";
import { dam } from "./dam";
import type { Kind } from "./kind";
import { rainGauge } from "./rain-gauge";
import { signboard } from "./signboard";
import { streetFlood } from "./street-flood";
import { underpassFlood } from "./underpass-flood";
import { unit } from "./unit";
import { waterLevelKind } from "./water-level";
import { weather } from "./weather";

/** The one list of device kinds: a new kind is one new file and one line here. */
export const kinds = new Map<string, Kind>(
  [waterLevelKind, streetFlood, underpassFlood, rainGauge, weather, cctv, signboard, dam, unit].map((kind) => [
    kind.id,
    kind,
  ]),
);
