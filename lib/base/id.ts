/** Makes ids: passed in, so that tests can name what they make. */
export type NewId = () => string;

/** 22 characters, sortable by time (48 bits of milliseconds, 64 of chance), safe in URLs. */
export function timeId(now: () => number = Date.now): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  const random = [...bytes].map((b) => b.toString(36).padStart(2, "0")).join("");
  return now().toString(36).padStart(9, "0") + random.slice(0, 13);
}
