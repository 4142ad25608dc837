import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";
import { waterLevel } from "./streams";

export const dam = defineKind({
  id: "dam",
  label: { ko: "댐", en: "Dam" },
  icon: "M7 4h4l5 16H7zM3 9h4M3 13h4M3 17h4M17 18h4M19 14l2 2",
  streams: [
    {
      name: "inflow",
      label: { ko: "유입량", en: "Inflow" },
      unit: "m³/s",
      ucum: "m3/s",
      min: 0,
      max: 60_000,
      digits: 0,
      chart: "line",
    },
    {
      name: "outflow",
      label: { ko: "방류량", en: "Outflow" },
      unit: "m³/s",
      ucum: "m3/s",
      min: 0,
      max: 60_000,
      digits: 0,
      chart: "line",
    },
    waterLevel,
  ],
  main: "outflow",
  keepAliveMs: 10 * MINUTE,
  simulate: (place, at, world) => {
    const { inflow, outflow } = world.damM3s(at);
    const level = 25.3 + (inflow - outflow) / 6000;
    return {
      inflow: Math.round(inflow + world.noise(place.id, "in", at) * 8),
      outflow: Math.round(outflow + world.noise(place.id, "out", at) * 5),
      "water-level": Math.round(level * 100) / 100,
    };
  },
});
