import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { findFfmpeg } from "../../bin/ffmpeg.mjs";
import { createDecoder } from "./decode-still";
import { type StillParts, takeStill } from "./still";

const bytes = (text: string) => Buffer.from(text);
/** What a camera answers as its own time goes by; waiting is what lets it go by. */
function camera(format: "hls" | "jpeg", answer: (name: string, now: number) => string) {
  let now = 0;
  const asked: string[] = [];
  const parts: StillParts = {
    format,
    take: async (name) => {
      asked.push(name);
      return { bytes: bytes(answer(name, now)), type: "video/mp2t" };
    },
    decode: async (piece) => Buffer.concat([bytes("still of "), piece]),
    steady: () => now,
    wait: async (ms) => {
      now += ms;
    },
  };
  return { parts, asked };
}
const list = (n: number, more = "") =>
  `#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXT-X-MEDIA-SEQUENCE:${n}\n${more}#EXTINF:2,\ns-${n}\n#EXTINF:2,\ns-${n + 1}\n`;
const second = (now: number) => Math.floor(now / 1000);

it("keeps a JPEG that came after it was asked for, and none of a camera that gives the same again", async () => {
  const moving = camera("jpeg", (_name, now) => `picture ${second(now)}`);
  expect(String(await takeStill(moving.parts))).toBe("picture 1");
  const standing = camera("jpeg", () => "picture 0");
  await expect(takeStill(standing.parts)).rejects.toMatchObject({ code: "conflict", detail: { end: "still" } });
});

it("makes a still of the first piece of a stream that is new, of the largest size, with what every piece needs", async () => {
  const sizes =
    "#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\np-small\n#EXT-X-STREAM-INF:AVERAGE-BANDWIDTH=9,BANDWIDTH=5\np-large\n";
  const map = '#EXT-X-MAP:URI="s-head"\n';
  const stream = camera("hls", (name, now) =>
    name === "index.m3u8" ? sizes : name === "p-large" ? list(second(now), map) : name,
  );
  expect(String(await takeStill(stream.parts))).toBe("still of s-heads-2");
  expect(stream.asked).not.toContain("p-small");
});

it("keeps nothing of a stream that stands still, by its list or by the bytes of its pieces", async () => {
  const still = { code: "conflict", detail: { end: "still" } };
  const stopped = camera("hls", (name) => (name === "index.m3u8" ? list(4) : name));
  await expect(takeStill(stopped.parts)).rejects.toMatchObject(still);
  const same = camera("hls", (name, now) => (name === "index.m3u8" ? list(second(now)) : "the same"));
  await expect(takeStill(same.parts)).rejects.toMatchObject(still);
  const empty = camera("hls", () => "#EXTM3U\n");
  await expect(takeStill(empty.parts)).rejects.toMatchObject(still);
});

it("says so where no still can be made", async () => {
  const stream = (more: string) =>
    camera("hls", (name, now) => (name === "index.m3u8" ? list(second(now), more) : name)).parts;
  const busy = { code: "busy" };
  await expect(takeStill({ ...stream(""), decode: null })).rejects.toMatchObject(busy);
  await expect(takeStill(stream('#EXT-X-KEY:METHOD=AES-128,URI="k-1"\n'))).rejects.toMatchObject(busy);
  await expect(takeStill(stream("#EXT-X-BYTERANGE:100@0\n"))).rejects.toMatchObject(busy);
});

const ffmpeg = findFfmpeg();
it.skipIf(!ffmpeg)(
  "makes a JPEG of the last whole picture of a real piece, and none of what is no stream",
  { timeout: 60_000 },
  async () => {
    const source = [
      "-f",
      "lavfi",
      "-i",
      "color=red:size=64x48:rate=2:duration=1",
      "-f",
      "lavfi",
      "-i",
      "color=blue:size=64x48:rate=2:duration=1",
    ];
    const join = [
      "-filter_complex",
      "[0][1]concat=n=2",
      "-c:v",
      "libx264",
      "-g",
      "1",
      "-pix_fmt",
      "yuv420p",
      "-f",
      "mpegts",
      "pipe:1",
    ];
    const { stdout } = spawnSync(ffmpeg ?? "", ["-loglevel", "error", ...source, ...join]);
    const decode = createDecoder(ffmpeg ?? "");
    const still = Buffer.from(await decode(stdout, "video/mp2t"));
    expect([still.subarray(0, 3).toString("hex"), still.subarray(-2).toString("hex")]).toEqual(["ffd8ff", "ffd9"]);
    const raw = [
      "-loglevel",
      "error",
      "-f",
      "mjpeg",
      "-i",
      "pipe:0",
      "-vf",
      "scale=1:1",
      "-f",
      "rawvideo",
      "-pix_fmt",
      "rgb24",
      "pipe:1",
    ];
    const [red = 255, , blue = 0] = spawnSync(ffmpeg ?? "", raw, { input: still }).stdout;
    expect([red < 60, blue > 200]).toEqual([true, true]);
    await expect(decode(bytes("no stream"), "video/mp2t")).rejects.toMatchObject({ code: "busy" });
  },
);
