import type { FileType } from "../contract/file";

const starts = (bytes: Uint8Array, ...codes: number[]): boolean => codes.every((code, i) => bytes[i] === code);
const says = (bytes: Uint8Array, from: number, text: string): boolean =>
  [...text].every((letter, i) => bytes[from + i] === letter.charCodeAt(0));

/** What bytes are, by themselves; null for what an incident does not take. Text is UTF-8 that holds no control character but tab and line ends. */
export function typeOfBytes(bytes: Uint8Array): FileType | null {
  if (bytes.length === 0) return null;
  if (starts(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (says(bytes, 0, "RIFF") && says(bytes, 8, "WEBP")) return "image/webp";
  if (says(bytes, 0, "%PDF-")) return "application/pdf";
  return isText(bytes) ? "text/plain" : null;
}

function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[\p{Cc}]/u.test(text.replace(/[\t\r\n]/g, ""));
  } catch {
    return false;
  }
}

/** A name as it is shown and offered for saving: its last part, without control and direction characters, at most 120 characters. */
export function cleanName(given: string): string {
  const last = given.split(/[/\\]/).at(-1) ?? "";
  const clean = last.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "").trim();
  return [...clean].slice(0, 120).join("") || "file";
}

/** How a browser shall take it: pictures are shown, all else is only saved. The name is percent-coded (RFC 5987). */
export function dispositionOf(type: string, name: string): string {
  const coded = encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
  return `${type.startsWith("image/") ? "inline" : "attachment"}; filename*=UTF-8''${coded}`;
}
