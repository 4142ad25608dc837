import { Failure } from "../base/failure";

/** A write with a session cookie must come from the city's own pages (CSRF). Throws Failure `forbidden`. */
export function sameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  if (site === "same-origin" || site === "none") return;
  const origin = headers.get("origin");
  if (origin !== null && URL.canParse(origin) && new URL(origin).host === headers.get("host")) return;
  throw new Failure(
    "forbidden",
    "This request does not come from the city's own pages. Open them and try again; a program sends a token instead of a cookie, or the city's Origin.",
  );
}
