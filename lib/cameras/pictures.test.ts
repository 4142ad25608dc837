import { lookup } from "node:dns";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, it } from "vitest";
import { createFetchCamera } from "./fetch-camera";
import { Pictures } from "./pictures";

const closing: (() => void)[] = [];
afterAll(() => {
  for (const close of closing) close();
});

/** A camera behind a password, and the city's way to its pictures. `seen` are the paths that it was asked for. */
async function camera(answer: RequestListener, format: "hls" | "jpeg" = "hls") {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.url}${request.headers.range ? ` ${request.headers.range}` : ""}`);
    const wanted = `Basic ${Buffer.from("haechi:secret").toString("base64")}`;
    if (request.headers.authorization === wanted) answer(request, response);
    else response.writeHead(401).end();
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  closing.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/live/index.m3u8`;
  let now = 0;
  const fetch = createFetchCamera({ refusal: () => null, lookup: lookup as never });
  const pictures = new Pictures(fetch, () => now);
  const source = { format, url, user: "haechi", password: "secret" };
  const take = (name: string, viewId = "v1", more: object = {}) =>
    pictures.take({
      viewId,
      cameraId: "c",
      source: { ...source, ...more },
      name,
      range: "range" in more ? String(more.range) : null,
    });
  const text = async (name: string, viewId?: string) => Buffer.from((await take(name, viewId)).bytes).toString();
  return { take, text, seen, port, pictures, pass: (ms: number) => (now += ms) };
}

const list = (...lines: string[]) => ["#EXTM3U", "#EXT-X-TARGETDURATION:2", ...lines].join("\n");

it("hands on what a playlist named, to the view that was given it, and tells nothing of where it comes from", async () => {
  const { take, text, seen, port } = await camera((request, response) => {
    if (request.url === "/live/index.m3u8")
      response.end(list("#EXTINF:2,", "seg1.ts", "#EXTINF:2,", "/other/seg2.ts?t=1"));
    else response.setHeader("content-type", "text/html").end(Buffer.from([0x47, 1, 2]));
  });
  const index = await text("index.m3u8");
  expect(index).not.toMatch(new RegExp(`seg|${port}|127|live`));
  const names = index.split("\n").filter((line) => line.startsWith("s-"));
  expect(names).toHaveLength(2);
  expect(await take(names[1] ?? "")).toMatchObject({ status: 200, type: "video/mp2t" });
  expect(seen).toEqual(["/live/index.m3u8", "/other/seg2.ts?t=1"]);
  // the same piece has the same name, and another view's names are its own
  expect(await text("index.m3u8")).toBe(index);
  await text("index.m3u8", "v2");
  await expect(take(names[0] ?? "", "v2")).rejects.toMatchObject({ code: "not-found" });
  for (const name of ["seg1.ts", "../index.m3u8", "s-", "http://127.0.0.1/"])
    await expect(take(name)).rejects.toMatchObject({ code: "not-found" });
});

it("follows the camera to itself and nowhere else, and carries its password nowhere else", async () => {
  let stolen = "";
  const stranger = createServer((request, response) => {
    stolen += request.headers.authorization ?? "asked";
    response.end();
  });
  await new Promise<void>((done) => stranger.listen(0, "127.0.0.1", done));
  closing.push(() => stranger.close());
  const elsewhere = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/x`;
  const { take, text } = await camera((request, response) => {
    const to = { "/live/index.m3u8": "/again.m3u8", "/away": elsewhere, "/round": "/round" }[request.url ?? ""];
    if (to) response.writeHead(302, { location: to }).end();
    else
      response.end(
        list(
          "#EXTINF:2,",
          "away",
          "#EXTINF:2,",
          "round",
          ...(request.url === "/foreign" ? ["#EXTINF:2,", elsewhere] : []),
        ),
      );
  });
  const names = (await text("index.m3u8")).split("\n").filter((line) => line.startsWith("s-"));
  await expect(take(names[0] ?? "")).rejects.toMatchObject({ code: "forbidden" });
  await expect(take(names[1] ?? "")).rejects.toMatchObject({ code: "invalid" });
  expect(stolen).toBe("");
});

it("refuses a list that leads to another host", async () => {
  const { text } = await camera((_request, response) =>
    response.end(list("#EXTINF:2,", "http://169.254.169.254/latest/meta-data")),
  );
  await expect(text("index.m3u8")).rejects.toMatchObject({ code: "forbidden" });
});

it("bounds what it takes, repeats nothing of a no, and asks for byte ranges as the player does", async () => {
  const { take, text, seen } = await camera((request, response) => {
    if (request.url === "/live/index.m3u8") response.end(list("#EXTINF:2,", "part.ts", "#EXTINF:2,", "gone.ts"));
    else if (request.url === "/live/gone.ts") response.writeHead(404).end("the camera's secret");
    else response.writeHead(206, { "content-range": "bytes 0-1/9" }).end(Buffer.from([0x47, 1]));
  });
  const names = (await text("index.m3u8")).split("\n").filter((line) => line.startsWith("s-"));
  expect(await take(names[0] ?? "", "v1", { range: "bytes=0-1" })).toMatchObject({
    status: 206,
    contentRange: "bytes 0-1/9",
  });
  expect(seen.at(-1)).toBe("/live/part.ts bytes=0-1");
  await take(names[0] ?? "", "v1", { range: "bytes=0-1\r\nx: y" });
  expect(seen.at(-1)).toBe("/live/part.ts");
  await expect(take(names[1] ?? "")).rejects.toMatchObject({
    code: "busy",
    message: expect.not.stringContaining("secret"),
  });
  await expect(take("index.m3u8", "v1", { password: "wrong" })).rejects.toMatchObject({ code: "invalid" });
  const much = await camera((_request, response) => response.end(Buffer.alloc(1_100_000, "#")));
  await expect(much.text("index.m3u8")).rejects.toMatchObject({ code: "invalid" });
});

it("gives a JPEG and nothing else of a camera that sends pictures one by one, and sees that it is the same again", async () => {
  let picture = Buffer.from([0xff, 0xd8, 1]);
  const { take, pictures, pass } = await camera((_request, response) => response.end(picture), "jpeg");
  const look = async () => {
    pass(1000);
    return { ...(await take("picture.jpg")), ...pictures.state("c") };
  };
  expect(await look()).toMatchObject({ type: "image/jpeg", state: "starting" });
  picture = Buffer.from([0xff, 0xd8, 2]);
  expect((await look()).state).toBe("live");
  for (let i = 0; i < 8; i++) await look();
  expect((await look()).state).toBe("frozen");
  picture = Buffer.from("<html>");
  await expect(take("picture.jpg")).rejects.toMatchObject({ code: "invalid" });
  await expect(take("index.m3u8")).rejects.toMatchObject({ code: "not-found" });
});
