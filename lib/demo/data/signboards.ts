import type { Site } from "../site";

/** Road signboards 전광판, where a warning turns a driver in time. */
export const signboards: readonly Site[] = [
  ["jamsu-north", "잠수교 북단", "Jamsu Bridge north", 37.5192, 126.9937],
  ["jamsu-south", "잠수교 남단", "Jamsu Bridge south", 37.5108, 126.9967],
  ["gangnam", "강남역 사거리", "Gangnam Station crossing", 37.4981, 127.0281],
  ["sadang", "사당 사거리", "Sadang crossing", 37.4769, 126.982],
  ["gwanghwamun", "광화문 광장", "Gwanghwamun Square", 37.5721, 126.9769],
  ["yeouido", "여의도 환승센터", "Yeouido transfer centre", 37.5255, 126.9242],
  ["daebang", "대방지하차도 앞", "Daebang Underpass approach", 37.5126, 126.9279],
  ["guro", "구로지하차도 앞", "Guro Underpass approach", 37.5011, 126.8854],
  ["dongbu", "동부간선도로 중랑", "Dongbu Expressway at Jungnang", 37.5902, 127.0721],
  ["olympic", "올림픽대로 반포", "Olympic Highway at Banpo", 37.5062, 126.9905],
  ["jamsil", "잠실역 사거리", "Jamsil crossing", 37.5133, 127.1001],
  ["sinwol", "신월 나들목", "Sinwol interchange", 37.5252, 126.8316],
];
