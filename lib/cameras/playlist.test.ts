import fc from "fast-check";
import { expect, it } from "vitest";
import { rewritePlaylist } from "./playlist";

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
