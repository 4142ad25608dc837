import fc from "fast-check";
import { expect, it, onTestFinished } from "vitest";
import type { OfficialWarning } from "../contract/official";
import { announcementsOf } from "./kma";
import { askKma } from "./kma-feed";
import { afterAnnouncements } from "./kma-standing";
import { standingOf } from "./kma-status";
import { kmaServer, portal, pwnCd, testAuthority, unknownKey } from "./test-authority";

const NOW = Date.parse("2022-08-08T20:00:00+09:00");
const kst = (time: string) => Date.parse(`2022-08-08T${time}:00+09:00`);
const inSeoul = (name: string) => name.includes("서울");

async function asked(pwn: () => object, t6: () => string, known: OfficialWarning[] = []) {
  const authority = await testAuthority(kmaServer(pwn, t6));
  onTestFinished(authority.close);
  const source = { base: authority.base, key: "a%2Bb%3D", area: "서울", get: (url: string) => fetch(url) };
  return { authority, source, warnings: await askKma(source, known, NOW) };
}

it("takes in what stands for the city, with its times, and nothing of elsewhere", async () => {
  const elsewhere = pwnCd({ areaCode: "L1011700", areaName: "의정부" });
  const { warnings, authority } = await asked(
    () => portal([pwnCd(), elsewhere]),
    () => "o 호우주의보 : 서울(동남권), 경기도(의정부, 광명)",
  );
  expect(warnings).toEqual([
    {
      id: "kma-L1100100-heavy-rain",
      issuer: "kma",
      kind: "heavy-rain",
      degree: "advisory",
      area: "서울동남권",
      issuedAt: kst("09:30"),
      effectiveAt: kst("10:00"),
      endsAt: null,
      liftedAt: null,
    },
  ]);
  expect(authority.asked[0]).toContain("serviceKey=a%2Bb%3D&");
});

it("follows a warning up, and down to its end", async () => {
  const up = pwnCd({ tmFc: 202208081300, warnStress: 1, command: 7, startTime: 202208081300 });
  const drop = pwnCd({ tmFc: 202208081300, warnStress: 0, command: 8, startTime: 202208081300 });
  const raised = await asked(
    () => portal([pwnCd(), up, drop]),
    () => "o 호우경보 : 서울",
  );
  expect(raised.warnings).toMatchObject([{ degree: "warning", effectiveAt: kst("13:00"), liftedAt: null }]);
  const end = pwnCd({ tmFc: 202208081800, warnStress: 1, command: 2, startTime: 202208081800 });
  const ended = await asked(
    () => portal([pwnCd(), up, drop, end]),
    () => "o 없음",
    raised.warnings,
  );
  expect(ended.warnings).toMatchObject([{ degree: "warning", liftedAt: kst("18:00") }]);
});

it("takes the issuer's word for what stands: one that is not named is lifted, one that is not announced is taken in", async () => {
  const { warnings } = await asked(
    () => portal([pwnCd()]),
    () => "o 폭염경보 : 서울, 인천\r\no 건조주의보 : 강원",
  );
  expect(warnings).toMatchObject([
    { kind: "heavy-rain", liftedAt: kst("10:00") },
    { kind: "heat-wave", degree: "warning", issuedAt: null, liftedAt: null },
  ]);
});

it("knows nothing new from an answer without data, and leaves what stands where the words are not understood", async () => {
  const before = (
    await asked(
      () => portal([pwnCd()]),
      () => "o 호우주의보 : 서울",
    )
  ).warnings;
  expect(
    (
      await asked(
        () => portal([], "03"),
        () => "특보 현황 점검 중",
        before,
      )
    ).warnings,
  ).toEqual(before);
});

it("leaves out lines that it cannot understand, and counts them", () => {
  const bad = [null, 7, {}, pwnCd({ warnVar: 99 }), pwnCd({ tmFc: "soon" }), pwnCd({ command: 42 })];
  expect(announcementsOf([...bad, pwnCd()])).toMatchObject({
    unknown: bad.length,
    announcements: [{ degree: "advisory" }],
  });
});

it("reads the portal's words", () => {
  const areas = ["서울(동남권, 서남권)", "경기도"];
  expect(standingOf("o 호우경보 : 서울(동남권, 서남권), 경기도")).toEqual([
    { kind: "heavy-rain", degree: "warning", areas },
  ]);
  expect(standingOf("o 폭염중대경보 : 서울")).toMatchObject([{ kind: "heat-wave", degree: "grave" }]);
  expect([standingOf("o 없음"), standingOf("")]).toEqual([[], null]);
});

it("the same announcements, read in pieces and again, give the same warnings", () => {
  const line = fc.record({
    hour: fc.integer({ min: 10, max: 23 }),
    warnVar: fc.constantFrom(2, 12),
    warnStress: fc.constantFrom(0, 1),
    command: fc.constantFrom(1, 2, 3, 6, 7, 8),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.nat(12), (lines, cut) => {
      const items = lines.map(({ hour, ...more }, i) => pwnCd({ ...more, tmFc: `20220808${hour}00`, tmSeq: i }));
      const all = announcementsOf(items).announcements;
      const whole = afterAnnouncements([], all, inSeoul);
      const first = afterAnnouncements([], all.slice(0, cut), inSeoul);
      expect(afterAnnouncements(first, all, inSeoul)).toEqual(whole);
    }),
  );
});

const faults: [string, Parameters<typeof testAuthority>[0], string][] = [
  ["an unknown key, told in XML with status 200", unknownKey, "forbidden"],
  ["a server error", (_, response) => response.writeHead(500).end("no"), "busy"],
  ["rubbish", (_, response) => response.end("\u0000{{{"), "bad-request"],
  ["JSON of another form", (_, response) => response.end('{"a":1}'), "bad-request"],
  [
    "a service that timed out behind the portal",
    (_, response) => response.end(JSON.stringify(portal([], "05"))),
    "busy",
  ],
  ["a line that breaks", (request) => request.socket.destroy(), "busy"],
];
for (const [what, answer, code] of faults)
  it(`refuses ${what} with a code, without the key in its sentence`, async () => {
    const authority = await testAuthority(answer);
    onTestFinished(authority.close);
    const source = { base: authority.base, key: "secret-key", area: "서울", get: (url: string) => fetch(url) };
    const failure = await askKma(source, [], NOW).then(
      () => null,
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ code });
    expect(String(failure)).not.toContain("secret-key");
  });
