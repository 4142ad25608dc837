import { KST_OFFSET_MS } from "../../base/clock";

/** 2022-08-10 06:40, the clock of Seoul. */
export function seoul(at: number): string {
  return new Date(at + KST_OFFSET_MS).toISOString().slice(0, 16).replace("T", " ");
}

export function share(part: number): string {
  return Number.isNaN(part) ? "–" : `${Math.round(100 * part)} %`;
}

export function lines(...list: string[]): string {
  return list.join("\n");
}
