import type { Localized } from "../base/localized";
import type { Hazard, Level } from "./level";
import { Procedures } from "./procedure";

const house: Localized = {
  ko: "이 제품의 초안(2026년 11월). 공식 매뉴얼이 아닙니다. 도시의 표준행동절차로 바꾸십시오.",
  en: "This product's draft (November 2026), not an official manual. Put the city's own procedure here.",
};
const roads: Localized = {
  ko: "도로·지하차도 통제 기준(2024년 4월 개정: 침수 15 cm 또는 범람 우려)을 바탕으로 한 초안. 공식 매뉴얼이 아닙니다.",
  en: "Draft after the guideline for closing roads and underpasses (revised April 2024: 15 cm of water, or overflow feared). Not an official manual.",
};

type Line = [id: string, ko: string, en: string];

const procedure = (hazard: Hazard, level: Level, source: Localized, lines: readonly Line[]) => ({
  hazard,
  level,
  source,
  official: false,
  steps: lines.map(([id, ko, en]) => ({ id: `${hazard}-${id}`, text: { ko, en } })),
});

/** What every city starts with; the admin changes it. Nothing here is an authority's text. */
export const firstProcedures: Procedures = Procedures.parse([
  procedure("flood", 1, house, [
    ["look", "카메라나 현장 확인으로 침수 여부를 확인한다", "Confirm by camera or on site whether it floods"],
    ["place", "신고 위치와 현장 위치가 같은지 확인한다", "Check that the place reported is the place meant"],
  ]),
  procedure("flood", 3, roads, [
    ["close", "도로·지하차도 통제를 경찰에 요청한다", "Ask the police to close the road or underpass"],
    ["arrived", "통제 인력이 실제로 도착했는지 확인한다", "Confirm that those who close it have arrived"],
    ["road-agency", "도로관리청과 자치구에 알린다", "Tell the road agency and the district office"],
    ["sign", "진입 차단 전광판이 켜졌는지 확인한다", "Confirm that the signboards turn traffic back"],
  ]),
  procedure("flood", 4, roads, [
    ["inside", "안에 남은 사람이나 차량이 있는지 확인한다", "Find out whether people or vehicles are still inside"],
    ["rescue", "소방에 구조를 요청한다", "Ask the fire service for rescue"],
    ["warn", "주민에게 알린다", "Tell the residents"],
  ]),
  procedure("rain", 2, house, [
    ["underpasses", "지하차도와 저지대 수위를 확인한다", "Check underpasses and low ground"],
    ["river", "하천 산책로 통제를 확인한다", "Check that riverside paths are closed"],
  ]),
  procedure("rain", 4, house, [["warn", "주민에게 알리고 대피를 검토한다", "Tell the residents and weigh evacuation"]]),
  procedure("heat", 2, house, [
    ["shelters", "무더위쉼터가 열려 있는지 확인한다", "Check that cooling shelters are open"],
    ["people", "취약계층 안부 확인을 요청한다", "Ask for visits to people at risk"],
  ]),
  procedure("cold", 2, house, [
    ["shelters", "한파쉼터가 열려 있는지 확인한다", "Check that warming shelters are open"],
    ["people", "취약계층 안부 확인을 요청한다", "Ask for visits to people at risk"],
  ]),
  procedure("camera", 1, house, [
    ["other", "다른 카메라로 현장을 확인한다", "Look at the place with another camera"],
    ["visit", "현장 점검을 요청한다", "Ask for a visit to the camera"],
  ]),
  procedure("equipment", 1, house, [
    ["neighbours", "이웃 장치의 값을 확인한다", "Look at the devices beside it"],
    ["visit", "현장 점검을 요청한다", "Ask for a visit to the device"],
  ]),
  procedure("other", 1, house, [["look", "카메라나 현장 확인으로 상황을 확인한다", "Confirm by camera or on site"]]),
]);
