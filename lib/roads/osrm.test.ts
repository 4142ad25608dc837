import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { createRoads } from "./osrm";

const open: ReturnType<typeof createServer>[] = [];
afterEach(() => {
  for (const server of open.splice(0)) server.close();
});

/** A server that speaks OSRM's table: a degree of either axis takes 1,000 s, and south of the equator no road leads. */
async function osrm(answer: "table" | "silence" | "error" = "table") {
  const asked: URL[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://osrm");
    asked.push(url);
    if (answer === "silence") return;
    if (answer === "error") return void response.writeHead(400).end(JSON.stringify({ code: "InvalidQuery" }));
    const places = (url.pathname.split("/").at(-1) ?? "").split(";").map((pair) => pair.split(",").map(Number));
    const indexes = (name: string) => (url.searchParams.get(name) ?? "").split(";").map(Number);
    const [toLon = 0, toLat = 0] = places[indexes("destinations")[0] ?? 0] ?? [];
    const durations = indexes("sources").map((i) => {
      const [lon = 0, lat = 0] = places[i] ?? [];
      return [lat < 0 ? null : 1000 * (Math.abs(lon - toLon) + Math.abs(lat - toLat))];
    });
    response.end(JSON.stringify({ code: "Ok", durations }));
  });
  open.push(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  return { asked, base: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const to = { lat: 37.5, lon: 127 };

test("asks one table for all, in OSRM's order of lon,lat; knows where no road leads; and asks again only for what is new", async () => {
  const { base, asked } = await osrm();
  const now = { at: 0 };
  const secondsTo = createRoads({ base, clock: { now: () => now.at } });
  const near = { lat: 37.6, lon: 127 };
  const off = { lat: -1, lon: 127 };
  expect(await secondsTo([near, off], to)).toEqual([expect.closeTo(100), null]);
  expect(asked[0]?.pathname).toBe("/table/v1/driving/127.00000,37.60000;127.00000,-1.00000;127.00000,37.50000");
  await secondsTo([near], to);
  expect(asked).toHaveLength(1);
  expect(await secondsTo([near, { lat: 37.5, lon: 127.2 }], to)).toEqual([expect.closeTo(100), expect.closeTo(200)]);
  expect(asked[1]?.searchParams.get("sources")).toBe("0");
  now.at = 61_000;
  await secondsTo([near], to);
  expect(asked).toHaveLength(3);
});

test("more places than a table takes are asked in several", async () => {
  const { base, asked } = await osrm();
  const secondsTo = createRoads({ base, clock: { now: () => 0 } });
  const from = Array.from({ length: 150 }, (_, i) => ({ lat: 37 + i / 1000, lon: 127 }));
  const seconds = await secondsTo(from, to);
  expect(asked).toHaveLength(2);
  expect(seconds).toHaveLength(150);
  expect(seconds[149]).toBeCloseTo(351);
});

test.each(["silence", "error"] as const)(
  "a server that answers with %s is said to, and left alone for a while",
  async (answer) => {
    const { base, asked } = await osrm(answer);
    const now = { at: 0 };
    const secondsTo = createRoads({ base, clock: { now: () => now.at }, timeoutMs: 20 });
    await expect(secondsTo([to], { lat: 37.6, lon: 127 })).rejects.toMatchObject({ code: "busy" });
    await expect(secondsTo([to], { lat: 37.6, lon: 127 })).rejects.toMatchObject({ code: "busy" });
    expect(asked).toHaveLength(1);
    now.at = 15_000;
    await expect(secondsTo([to], { lat: 37.6, lon: 127 })).rejects.toMatchObject({ code: "busy" });
    expect(asked).toHaveLength(2);
  },
);
