import { KST_OFFSET_MS } from "../base/clock";

/** UTC ms of YYYYMMDDHHmm in Korea; null where it is no time. */
export function timeOf(written: string | null | undefined): number | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)/.exec(written?.trim() ?? "");
  if (!parts) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = parts.slice(1).map(Number);
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59) return null;
  return Date.UTC(year, month - 1, day, hour, minute) - KST_OFFSET_MS;
}

/** YYYYMMDD in Korea. */
export function dayOf(at: number): string {
  return new Date(at + KST_OFFSET_MS).toISOString().slice(0, 10).replaceAll("-", "");
}
