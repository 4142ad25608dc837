import { MINUTE } from "../base/clock";
import { defineKind } from "./kind";

/** Whether a camera ran is asked for weeks, not for years; how many hours it did not is kept. */
const keep = { readings: 90, minutes: 90, hours: 10 * 365 };

export const cctv = defineKind({
  id: "cctv",
  label: { ko: "CCTV", en: "Camera" },
  icon: "M3 7l13 4-2.5 6L2 13.5zM16 11l4 1.5-1.5 3.5-3.2-1M6 15v5M3 20h6",
  streams: [
    {
      name: "recording",
      label: { ko: "녹화", en: "Recording" },
      unit: "",
      ucum: "1",
      min: 0,
      max: 1,
      digits: 0,
      chart: "step",
      keep,
      states: { 0: { ko: "중단", en: "stopped" }, 1: { ko: "녹화 중", en: "recording" } },
    },
    {
      name: "fps",
      label: { ko: "초당 프레임", en: "Frames per second" },
      unit: "fps",
      ucum: "{frame}/s",
      min: 0,
      max: 240,
      digits: 0,
      chart: "line",
      keep,
    },
    {
      name: "tampered",
      label: { ko: "훼손", en: "Tampering" },
      unit: "",
      ucum: "1",
      min: 0,
      max: 1,
      digits: 0,
      chart: "step",
      keep,
      states: { 0: { ko: "없음", en: "none" }, 1: { ko: "훼손 감지", en: "tampered" } },
    },
  ],
  main: "recording",
  keepAliveMs: MINUTE,
  cameraStatus: { recording: "recording", fps: "fps", tampered: "tampered" },
  simulate: (place, at, world) => {
    const fault = world.fault(place.id, at);
    return {
      recording: 1,
      // it records the same picture again and again
      fps: fault === "frozen" ? 0 : 25,
      tampered: fault === "tampered" ? 1 : 0,
    };
  },
});
