import { MINUTE } from "../../base/clock";
import { above, below, forStaff, type PackRule } from "./pack-rule";

const equipment = {
  publish: false,
  advice: forStaff,
  source: "도시 운영 기준 operating rule of the city",
  effectiveFrom: "2020-01-01",
  official: false,
} as const;
const camera = { ...equipment, hazard: "camera", scope: { kind: "cctv" } } as const;
/** Minutes without a sign of life (or, of a device that speaks, without a value): three keep-alives; it clears when it comes. */
const silence = { ...above, ...equipment, stream: "", measure: { type: "silence" }, clear: 1 } as const;

/** Cameras and sensors that the city cannot rely on. Never shown to citizens. */
export const equipmentRules: PackRule[] = [
  {
    ...silence,
    ...camera,
    id: "camera-offline",
    name: { ko: "카메라 연결 끊김", en: "Camera offline" },
    level: 2,
    raise: 3,
  },
  {
    ...above,
    ...camera,
    id: "camera-tampered",
    name: { ko: "카메라 훼손 감지", en: "Camera tampered with" },
    level: 3,
    stream: "tampered",
    raise: 1,
    clear: 0,
    // told at once; what flickers is not told again and again
    holdDownMs: 2 * MINUTE,
  },
  {
    ...below,
    ...camera,
    id: "camera-frozen",
    name: { ko: "카메라 화면 멈춤", en: "Camera picture frozen" },
    level: 2,
    stream: "fps",
    raise: 0,
    clear: 1,
    holdMs: MINUTE,
    holdDownMs: MINUTE,
  },
  {
    ...below,
    ...camera,
    id: "camera-not-recording",
    name: { ko: "카메라 녹화 중단", en: "Camera not recording" },
    level: 2,
    stream: "recording",
    raise: 0,
    clear: 1,
    holdMs: MINUTE,
    holdDownMs: MINUTE,
  },
  {
    ...silence,
    id: "underpass-silent",
    name: { ko: "지하차도 감지기 연결 끊김", en: "Underpass sensor offline" },
    hazard: "equipment",
    level: 2,
    scope: { kind: "underpass-flood" },
    raise: 15,
  },
  {
    ...silence,
    id: "underpass-no-depth",
    name: { ko: "지하차도 침수심 값 끊김", en: "Underpass sensor without a depth" },
    hazard: "equipment",
    level: 2,
    scope: { kind: "underpass-flood" },
    stream: "water-depth",
    raise: 15,
  },
  {
    ...silence,
    id: "gauge-no-level",
    name: { ko: "하천 수위 값 끊김", en: "River gauge without a level" },
    hazard: "equipment",
    level: 1,
    scope: { kind: "water-level" },
    stream: "water-level",
    raise: 30,
  },
  {
    ...silence,
    id: "gauge-silent",
    name: { ko: "하천 수위계 연결 끊김", en: "River gauge offline" },
    hazard: "equipment",
    level: 1,
    scope: { kind: "water-level" },
    raise: 30,
  },
  {
    ...silence,
    id: "street-silent",
    name: { ko: "도로 침수 감지기 연결 끊김", en: "Street flood sensor offline" },
    hazard: "equipment",
    level: 1,
    scope: { kind: "street-flood" },
    raise: 30,
  },
];
