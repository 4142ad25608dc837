import type { Site } from "../site";

/** Police stations 경찰서. */
export const policeStations: readonly Site[] = [
  ["jongno", "종로경찰서", "Jongno Police", 37.5755, 126.9849],
  ["namdaemun", "남대문경찰서", "Namdaemun Police", 37.5557, 126.9743],
  ["yongsan", "용산경찰서", "Yongsan Police", 37.5386, 126.9661],
  ["mapo", "마포경찰서", "Mapo Police", 37.5509, 126.9541],
  ["gangseo", "강서경찰서", "Gangseo Police", 37.5518, 126.8505],
  ["guro", "구로경찰서", "Guro Police", 37.4946, 126.8868],
  ["yeongdeungpo", "영등포경찰서", "Yeongdeungpo Police", 37.5256, 126.9013],
  ["gwanak", "관악경찰서", "Gwanak Police", 37.4746, 126.9512],
  ["seocho", "서초경찰서", "Seocho Police", 37.4952, 127.0053],
  ["gangnam", "강남경찰서", "Gangnam Police", 37.5093, 127.0668],
  ["songpa", "송파경찰서", "Songpa Police", 37.5022, 127.1273],
  ["gwangjin", "광진경찰서", "Gwangjin Police", 37.5428, 127.0838],
  ["dongdaemun", "동대문경찰서", "Dongdaemun Police", 37.5852, 127.0455],
  ["nowon", "노원경찰서", "Nowon Police", 37.6425, 127.0717],
];

/** Fire stations 소방서. */
export const fireStations: readonly Site[] = [
  ["jongno", "종로소방서", "Jongno Fire", 37.5727, 126.9793],
  ["jungbu", "중부소방서", "Jungbu Fire", 37.5668, 127.0044],
  ["yongsan", "용산소방서", "Yongsan Fire", 37.5301, 126.9687],
  ["mapo", "마포소방서", "Mapo Fire", 37.5651, 126.9008],
  ["gangseo", "강서소방서", "Gangseo Fire", 37.5521, 126.8491],
  ["guro", "구로소방서", "Guro Fire", 37.4948, 126.8579],
  ["yeongdeungpo", "영등포소방서", "Yeongdeungpo Fire", 37.5211, 126.9042],
  ["gwanak", "관악소방서", "Gwanak Fire", 37.4836, 126.9418],
  ["seocho", "서초소방서", "Seocho Fire", 37.4846, 127.0176],
  ["gangnam", "강남소방서", "Gangnam Fire", 37.5152, 127.0494],
  ["songpa", "송파소방서", "Songpa Fire", 37.5106, 127.1058],
  ["gwangjin", "광진소방서", "Gwangjin Fire", 37.5453, 127.0833],
  ["dongdaemun", "동대문소방서", "Dongdaemun Fire", 37.5716, 127.0411],
  ["nowon", "노원소방서", "Nowon Fire", 37.6569, 127.0767],
];
