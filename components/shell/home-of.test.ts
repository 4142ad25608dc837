import { expect, test } from "vitest";
import { safePath } from "./home-of";

test.each(["/desk", "/admin/devices?x=1", "/"])("%s may be gone to", (path) => expect(safePath(path)).toBe(path));
test.each(["//evil.example", "https://evil.example", "/\\evil.example", "desk", "", null, ["/desk"], "/a\r\nb"])(
  "%j may not",
  (path) => expect(safePath(path)).toBeNull(),
);
