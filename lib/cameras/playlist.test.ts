import fc from "fast-check";
import { expect, it } from "vitest";
import { MOST_ADDRESSES, rewritePlaylist } from "./playlist";

const link = (url: string, kind: string) => `${kind[0]}-${Buffer.from(url).toString("hex")}`;
const hex = (text: string) => Buffer.from(text).toString("hex");

it("replaces every address of a list of pieces: relative and absolute, maps, keys, byte ranges", () => {
  const { text, mark, frozenAfterMs } = rewritePlaylist(
    `#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:41
#EXT-X-MAP:URI="init.mp4",BYTERANGE="720@0"
#EXT-X-KEY:METHOD=AES-128,URI="http://10.0.0.9/key?id=1,2",IV=0x01
#EXT-X-DATERANGE:ID="ad",X-ASSET-URI="http://10.0.0.9/ad"
# a remark of http://10.0.0.9
#EXTINF:2.000,camera 10.0.0.9
#EXT-X-BYTERANGE:100@720
seg41.m4s
#EXTINF:2,
http://10.0.0.9/live/seg42.m4s`,
    link,
  );
  expect(text).toBe(`#EXTM3U
#EXT-X-VERSION:7
#EXT-X-TARGETDURATION:2
#EXT-X-MEDIA-SEQUENCE:41
#EXT-X-MAP:URI="s-${hex("init.mp4")}",BYTERANGE="720@0"
#EXT-X-KEY:METHOD=AES-128,URI="k-${hex("http://10.0.0.9/key?id=1,2")}",IV=0x01
#EXTINF:2,
#EXT-X-BYTERANGE:100@720
s-${hex("seg41.m4s")}
#EXTINF:2,
s-${hex("http://10.0.0.9/live/seg42.m4s")}
`);
  expect([mark, frozenAfterMs]).toEqual(["41 http://10.0.0.9/live/seg42.m4s", 5000]);
});

it("leaves out sound that comes apart, and variants that are sound alone, and says that there is sound", () => {
  const { text, sound, mark } = rewritePlaylist(
    `#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="ko",URI="sound.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=64000,CODECS="mp4a.40.2"
sound.m3u8
#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1.4d401f,mp4a.40.2",AUDIO="a",RESOLUTION=640x360
video.m3u8
#EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="frames.m3u8"`,
    link,
  );
  expect(text).toBe(`#EXTM3U
#EXT-X-STREAM-INF:BANDWIDTH=900000,CODECS="avc1.4d401f",RESOLUTION=640x360
p-${hex("video.m3u8")}
`);
  expect([sound, mark]).toEqual([true, null]);
  expect(() => rewritePlaylist('#EXTM3U\n#EXT-X-STREAM-INF:CODECS="mp4a.40.2"\nsound.m3u8', link)).toThrow(
    /no picture/,
  );
  expect(() => rewritePlaylist("<html>", link)).toThrow(/playlist/);
});

it("lets no address of the camera through, whatever lines it writes", () => {
  const tag = fc.constantFrom(
    "#EXT-X-KEY:METHOD=AES-128,URI=",
    "#EXT-X-MAP:URI=",
    "#EXT-X-PART:URI=",
    "#X:",
    "#EXTINF:2,",
  );
  const line = fc.oneof(
    fc
      .tuple(tag, fc.boolean())
      .map(([name, quoted]) => (quoted ? `${name}"http://cam.local/x"` : `${name}http://cam.local/x`)),
    fc.constant("http://cam.local/y.ts"),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
      const { text } = rewritePlaylist(["#EXTM3U", ...lines, "#EXTINF:2,", "last.ts"].join("\n"), link);
      expect(text).not.toContain("cam.local");
    }),
    { numRuns: 50 },
  );
});

it("is not kept busy by a camera that means harm: names without end, a list without end, lines that only a player would break", () => {
  const head = "#EXTM3U\n#EXT-X-TARGETDURATION:2\n";
  // looked at from each of its letters this name would take minutes, and nobody's readings would be stored meanwhile
  const { text } = rewritePlaylist(`${head}#EXT-X-KEY:${"A".repeat(400_000)}\n#EXTINF:2,\nseg1.ts`, link);
  expect(text).toBe(`${head}#EXT-X-KEY:\n#EXTINF:2,\ns-${hex("seg1.ts")}\n`);
  let asked = 0;
  const counted = (url: string, kind: string) => {
    asked++;
    return link(url, kind);
  };
  for (const endless of ["#EXTINF:2,\ns.ts\n", "#EXT-X-GAP\n", '#EXT-X-KEY:URI="k"\n'])
    expect(() => rewritePlaylist(head + endless.repeat(50_000), counted)).toThrow(/longer than a live picture/);
  expect(asked).toBe(0);
  expect(() => rewritePlaylist(head + "#EXTINF:2,\ns.ts\n".repeat(MOST_ADDRESSES + 1), counted)).toThrow(/longer/);
  expect(asked).toBe(MOST_ADDRESSES);
  for (const end of ["\r", "\u2028", "\u2029"]) {
    const broken = rewritePlaylist(`${head}#EXT-X-VERSION:3${end}http://10.0.0.9/x.ts\n#EXTINF:2,\nseg1.ts`, link);
    expect(broken.text).not.toContain("10.0.0.9");
  }
});
