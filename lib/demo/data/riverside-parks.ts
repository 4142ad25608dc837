/** Hangang parks as the line that runs along their middle, [lat, lon], and their width in metres. */
export type Park = { id: string; ko: string; en: string; widthM: number; line: readonly (readonly [number, number])[] };

export const riversideParks: readonly Park[] = [
  {
    id: "yeouido",
    ko: "여의도한강공원",
    en: "Yeouido Hangang Park",
    widthM: 200,
    line: [
      [37.535, 126.9134],
      [37.5324, 126.9241],
      [37.5293, 126.9333],
      [37.5227, 126.9408],
    ],
  },
  {
    id: "banpo",
    ko: "반포한강공원",
    en: "Banpo Hangang Park",
    widthM: 150,
    line: [
      [37.5069, 126.9822],
      [37.5088, 126.9901],
      [37.5112, 126.9967],
      [37.5146, 127.0047],
    ],
  },
  {
    id: "jamwon",
    ko: "잠원한강공원",
    en: "Jamwon Hangang Park",
    widthM: 140,
    line: [
      [37.5163, 127.0071],
      [37.5208, 127.0117],
      [37.5266, 127.0166],
      [37.5311, 127.0227],
    ],
  },
  {
    id: "ttukseom",
    ko: "뚝섬한강공원",
    en: "Ttukseom Hangang Park",
    widthM: 150,
    line: [
      [37.5337, 127.0506],
      [37.5302, 127.0612],
      [37.5294, 127.0701],
      [37.5297, 127.0797],
    ],
  },
  {
    id: "jamsil",
    ko: "잠실한강공원",
    en: "Jamsil Hangang Park",
    widthM: 150,
    line: [
      [37.5182, 127.0701],
      [37.517, 127.0827],
      [37.52, 127.0921],
      [37.5247, 127.1],
    ],
  },
  {
    id: "gwangnaru",
    ko: "광나루한강공원",
    en: "Gwangnaru Hangang Park",
    widthM: 180,
    line: [
      [37.5411, 127.1084],
      [37.5477, 127.1171],
      [37.5572, 127.1208],
      [37.5592, 127.1324],
    ],
  },
  {
    id: "ichon",
    ko: "이촌한강공원",
    en: "Ichon Hangang Park",
    widthM: 130,
    line: [
      [37.5291, 126.9476],
      [37.5209, 126.9566],
      [37.5174, 126.9684],
      [37.5166, 126.9804],
    ],
  },
  {
    id: "mangwon",
    ko: "망원한강공원",
    en: "Mangwon Hangang Park",
    widthM: 130,
    line: [
      [37.5571, 126.8903],
      [37.5523, 126.8972],
      [37.5475, 126.9051],
      [37.5437, 126.9133],
    ],
  },
  {
    id: "nanji",
    ko: "난지한강공원",
    en: "Nanji Hangang Park",
    widthM: 180,
    line: [
      [37.5728, 126.8652],
      [37.5673, 126.8751],
      [37.5621, 126.8841],
    ],
  },
  {
    id: "yanghwa",
    ko: "양화한강공원",
    en: "Yanghwa Hangang Park",
    widthM: 120,
    line: [
      [37.5477, 126.8871],
      [37.5437, 126.8941],
      [37.5399, 126.9029],
    ],
  },
];
