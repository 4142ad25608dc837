import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";

export const signboard = defineKind({
  id: "signboard",
  label: { ko: "전광판", en: "Signboard" },
  icon: "M3 5h18v10H3zM9 15v5M15 15v5M7 9h10M7 12h6",
  streams: [
    {
      name: "displaying",
      label: { ko: "표출", en: "Displaying" },
      unit: "",
      ucum: "1",
      min: 0,
      max: 1,
      digits: 0,
      chart: "step",
      states: { 0: { ko: "꺼짐", en: "off" }, 1: { ko: "표출 중", en: "on" } },
    },
  ],
  main: "displaying",
  keepAliveMs: 10 * MINUTE,
  showsText: true,
  simulate: () => ({ displaying: 1 }),
});
