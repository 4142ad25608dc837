import type { Site } from "../site";

/** River and stream gauges. Coordinates here and beside are written from maps by hand, good to a few hundred metres. */
export const gauges: readonly Site[] = [
  ["jamsu", "잠수교", "Jamsu Bridge", 37.5155, 126.996],
  ["hangang", "한강대교", "Hangang Bridge", 37.5176, 126.959],
  ["cheongdam", "청담대교", "Cheongdam Bridge", 37.5262, 127.0638],
  ["haengju", "행주대교", "Haengju Bridge", 37.5975, 126.8095],
  ["gwangjin", "광진교", "Gwangjin Bridge", 37.5452, 127.115],
  ["paldang-bridge", "팔당대교", "Paldang Bridge", 37.5478, 127.245],
  ["jungnang", "중랑천 중랑교", "Jungnangcheon at Jungnang Bridge", 37.5936, 127.074],
  ["jungnang-wolgye", "중랑천 월계1교", "Jungnangcheon at Wolgye 1 Bridge", 37.6195, 127.0668],
  ["tancheon", "탄천 대곡교", "Tancheon at Daegok Bridge", 37.4955, 127.073],
  ["yangjae", "양재천 영동2교", "Yangjaecheon at Yeongdong 2 Bridge", 37.4788, 127.0437],
  ["anyang", "안양천 오금교", "Anyangcheon at Ogeum Bridge", 37.5021, 126.8712],
  ["anyang-mokdong", "안양천 목동교", "Anyangcheon at Mokdong Bridge", 37.5302, 126.8812],
  ["dorim", "도림천 신대방", "Dorimcheon at Sindaebang", 37.4875, 126.9128],
  ["dorim-sillim", "도림천 신림교", "Dorimcheon at Sillim Bridge", 37.4838, 126.9299],
  ["mokgam", "목감천 개봉교", "Mokgamcheon at Gaebong Bridge", 37.4898, 126.8548],
  ["hongje", "홍제천 사천교", "Hongjecheon at Sacheon Bridge", 37.5712, 126.9158],
  ["bulgwang", "불광천 증산교", "Bulgwangcheon at Jeungsan Bridge", 37.5815, 126.9105],
  ["cheonggye", "청계천 고산자교", "Cheonggyecheon at Gosanja Bridge", 37.5706, 127.0372],
  ["jeongneung", "정릉천 종암교", "Jeongneungcheon at Jongam Bridge", 37.5925, 127.0322],
  ["ui", "우이천 월계2교", "Uicheon at Wolgye 2 Bridge", 37.6258, 127.0472],
  ["banghak", "방학천 도봉", "Banghakcheon at Dobong", 37.6662, 127.0438],
  ["danghyeon", "당현천 중계", "Danghyeoncheon at Junggye", 37.6503, 127.0665],
  ["seongnae", "성내천 성내교", "Seongnaecheon at Seongnae Bridge", 37.5243, 127.1142],
];
