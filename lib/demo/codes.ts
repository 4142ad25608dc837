import type { AgencyCode } from "../contract/agency";

/**
 * The police's 112 codes (the agency's own words). Which of them a request begins with at which of our levels is ours, and the
 * admin's to change.
 */
export const policeCodes: AgencyCode[] = [
  { code: "0", name: { ko: "코드 0 · 통화 중 출동", en: "Code 0 · sent during the call" }, levels: [4] },
  { code: "1", name: { ko: "코드 1 · 생명·신체 위험 임박", en: "Code 1 · life or body in danger" }, levels: [3] },
  { code: "2", name: { ko: "코드 2 · 잠재적 위험", en: "Code 2 · potential danger" }, levels: [2] },
  { code: "3", name: { ko: "코드 3 · 즉시 아님", en: "Code 3 · not immediate" }, levels: [1] },
  { code: "4", name: { ko: "코드 4 · 출동 없음, 이관", en: "Code 4 · handed over, nobody is sent" }, levels: [] },
];

/** The fire service's response levels. Sources conflict about what each means, so the words are the admin's. */
export const fireCodes: AgencyCode[] = [
  { code: "일반", name: { ko: "일반 출동", en: "Ordinary response" }, levels: [1, 2, 3] },
  { code: "대응1", name: { ko: "대응 1단계", en: "Response level 1" }, levels: [4] },
  { code: "대응2", name: { ko: "대응 2단계", en: "Response level 2" }, levels: [] },
  { code: "대응3", name: { ko: "대응 3단계", en: "Response level 3" }, levels: [] },
];
