import { expect, it } from "vitest";
import { safePath } from "./home-of";

it("goes on only to paths of this site", () => {
  for (const path of ["/desk", "/dispatch/police?a=1#b", "/관제", "/a//b"]) expect(safePath(path)).toBe(path);
  const away = ["//evil.example", "/\\evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example"];
  const not = ["https://evil.example", "javascript:alert(1)", "desk", "", null, undefined, ["/desk"]];
  for (const next of [...away, ...not]) expect([next, safePath(next)]).toEqual([next, null]);
  for (const next of away) expect(new URL(next, "https://city.example").host, next).toBe("evil.example");
});
