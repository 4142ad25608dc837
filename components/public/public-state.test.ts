import { expect, test } from "vitest";
import { publicState } from "./public-state";
import { quiet } from "./sample-summary";

test("an all clear needs a city that answers and devices that speak", () => {
  expect(publicState(quiet, true)).toEqual({ kind: "clear" });
  expect(publicState({ ...quiet, sure: false }, true)).toEqual({ kind: "unsure" });
  expect(publicState(quiet, false)).toEqual({ kind: "unreachable" });
  expect(publicState(null, true)).toEqual({ kind: "unreachable" });
});

test("a city that cannot store is never all clear, and says that it is this and not its sensors", () => {
  expect(publicState({ ...quiet, sure: false, cannotStoreSince: 1 }, true)).toEqual({ kind: "unstored" });
});

test("a known danger is said however little else is known", () => {
  expect(publicState({ ...quiet, level: 3, sure: false }, false)).toEqual({ kind: "danger", level: 3 });
});

test("there is no all clear while an authority warns, and there is one again when it has lifted its warning", () => {
  const warning = { id: "w", issuer: "kma", kind: "heavy-rain", degree: "warning", area: "서울" } as const;
  const times = { issuedAt: 1, effectiveAt: 1, endsAt: null };
  const told = (liftedAt: number | null) => ({
    ...quiet,
    official: { warnings: [{ ...warning, ...times, liftedAt }], feeds: [] },
  });
  expect(publicState(told(null), true)).toEqual({ kind: "official" });
  expect(publicState(told(2), true)).toEqual({ kind: "clear" });
  expect(publicState({ ...told(null), sure: false }, true)).toEqual({ kind: "unsure" });
});
