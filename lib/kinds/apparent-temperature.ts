import { KST_OFFSET_MS } from "../base/clock";

/**
 * Summer apparent temperature 체감온도, °C (Korea Meteorological Administration, in use since 2022-06-02).
 * `t` air temperature °C, `rh` relative humidity %.
 */
export function summerApparentC(t: number, rh: number): number {
  const tw = wetBulbC(t, rh);
  return -0.2442 + 0.55399 * tw + 0.45535 * t - 0.0022 * tw ** 2 + 0.00278 * tw * t + 3.0;
}

/** Wet-bulb temperature, °C, after Stull (2011), as the KMA's summer formula uses it. */
function wetBulbC(t: number, rh: number): number {
  return (
    t * Math.atan(0.151977 * Math.sqrt(rh + 8.313659)) +
    Math.atan(t + rh) -
    Math.atan(rh - 1.67633) +
    0.00391838 * rh ** 1.5 * Math.atan(0.023101 * rh) -
    4.686035
  );
}

/** Winter apparent temperature, °C (KMA): for `t` ≤ 10 °C and a wind of at least 4.8 km/h; `wind` in m/s. */
export function winterApparentC(t: number, wind: number): number {
  const v = (wind * 3.6) ** 0.16;
  return 13.12 + 0.6215 * t - 11.37 * v + 0.3965 * v * t;
}

/** The KMA's season of the formula: May to September summer, October to April winter; elsewhere the air temperature. */
export function apparentC(t: number, rh: number, wind: number, at: number): number {
  const month = new Date(at + KST_OFFSET_MS).getUTCMonth() + 1;
  if (month >= 5 && month <= 9) return summerApparentC(t, rh);
  return t <= 10 && wind * 3.6 >= 4.8 ? winterApparentC(t, wind) : t;
}
