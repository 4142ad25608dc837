import { HOUR, MINUTE } from "../base/clock";
import { apparentC } from "./apparent-temperature";
import { defineKind } from "./kind";
import { rainfall } from "./streams";

/** How much may change from one reading to the next, in the checks of Austria's weather stations. */
const ZAMG = "ZAMG, in WMO CBS/OPAG-IOS (ET AWS-1)/Doc. 9(2), 2002";

export const weather = defineKind({
  id: "weather",
  label: { ko: "기상 측정기", en: "Weather box" },
  icon: "M14 14.8V5a2 2 0 1 0-4 0v9.8a4 4 0 1 0 4 0zM12 9v8M18 6h3M18 10h2",
  streams: [
    {
      name: "temperature",
      label: { ko: "기온", en: "Temperature" },
      unit: "°C",
      ucum: "Cel",
      min: -50,
      max: 60,
      digits: 1,
      chart: "line",
      plausible: { of: "change", slack: 3, perMinute: 0.3, source: `${ZAMG}: 3 °C; per minute unverified` },
      frozen: { afterMs: 6 * HOUR, source: "unverified" },
    },
    {
      name: "humidity",
      label: { ko: "습도", en: "Humidity" },
      unit: "%",
      ucum: "%",
      min: 0,
      max: 100,
      digits: 0,
      chart: "line",
      plausible: { of: "change", slack: 20, perMinute: 2, source: `${ZAMG}: 10 %, doubled; per minute unverified` },
      // in fog it is 100 % all night
      frozen: { afterMs: 12 * HOUR, idle: [97, 100], source: "unverified" },
    },
    {
      name: "wind-speed",
      label: { ko: "풍속", en: "Wind speed" },
      unit: "m/s",
      ucum: "m/s",
      min: 0,
      max: 90,
      digits: 1,
      chart: "line",
      frozen: { afterMs: 6 * HOUR, idle: [0, 0.5], source: "unverified" },
    },
    rainfall,
    {
      name: "apparent-temperature",
      label: { ko: "체감온도", en: "Apparent temperature" },
      unit: "°C",
      ucum: "Cel",
      min: -80,
      max: 90,
      digits: 1,
      chart: "line",
      plausible: { of: "change", slack: 5, perMinute: 0.5, source: "as of the temperature, with wind; unverified" },
      derived: {
        from: ["temperature", "humidity", "wind-speed"],
        compute: (v, at) =>
          Math.round(apparentC(v.temperature ?? 0, v.humidity ?? 0, v["wind-speed"] ?? 0, at) * 100) / 100,
      },
    },
  ],
  main: "apparent-temperature",
  keepAliveMs: 60 * MINUTE,
  simulate: (place, at, world) => ({
    temperature: Math.round(world.temperatureC(place.lat, place.lon, at) * 10) / 10,
    humidity: Math.round(world.humidityPct(place.lat, place.lon, at)),
    "wind-speed": Math.round(world.windMps(place.lat, place.lon, at) * 10) / 10,
    rainfall: Math.round(world.rainSumMm(place.lat, place.lon, at, 1 / 60) * 100) / 100,
  }),
});
