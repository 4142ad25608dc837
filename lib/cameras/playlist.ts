import { Failure } from "../base/failure";

/** What a line of a playlist leads to. */
export type LinkKind = "playlist" | "segment" | "key";
/** Gives our own address for one of the camera's; throws Failure where it must not be called. */
export type Link = (url: string, kind: LinkKind) => string;

export type Rewritten = {
  text: string;
  /** Changes when a new picture is there; null for a list of variants, which has no pictures. */
  mark: string | null;
  /** From when on without a new picture it counts as frozen, ms. */
  frozenAfterMs: number;
  /** It says itself that it carries sound. */
  sound: boolean;
};

/** Tags that go through as they are. All others are dropped: sound and subtitles, dates that name other servers, remarks. */
const PLAIN = new Set(
  [
    "EXTM3U",
    "EXT-X-VERSION",
    "EXT-X-TARGETDURATION",
    "EXT-X-MEDIA-SEQUENCE",
    "EXT-X-DISCONTINUITY-SEQUENCE",
    "EXT-X-DISCONTINUITY",
    "EXT-X-ENDLIST",
    "EXT-X-PLAYLIST-TYPE",
    "EXT-X-INDEPENDENT-SEGMENTS",
    "EXT-X-BYTERANGE",
    "EXT-X-PROGRAM-DATE-TIME",
    "EXT-X-GAP",
  ].map((tag) => `#${tag}`),
);
/** Tags with attributes, and which of these are kept. */
const KEPT: Record<string, readonly string[]> = {
  "#EXT-X-KEY": ["METHOD", "URI", "IV", "KEYFORMAT", "KEYFORMATVERSIONS"],
  "#EXT-X-MAP": ["URI", "BYTERANGE"],
  "#EXT-X-STREAM-INF": ["BANDWIDTH", "AVERAGE-BANDWIDTH", "CODECS", "RESOLUTION", "FRAME-RATE"],
};
const SOUND = /^(mp4a|ac-3|ec-3|opus|flac|mp3)/i;
const FROZEN_MS = { least: 5000, most: 9000 };
/** Pieces and variants that one list may name: half an hour of pieces of three seconds. A live picture needs six. */
export const MOST_ADDRESSES = 600;
/** Lines of a list, each address with its tags. */
const MOST_LINES = 8 * MOST_ADDRESSES;
/** Whatever a player may take for the end of a line is one here: what stands behind it must not pass as part of a tag. */
const LINE_END = /[\r\n\u2028\u2029]+/;
/** An attribute begins where a name does: a name without end must not be looked at from each of its letters. */
const ATTRIBUTE = /(?<![A-Z0-9-])([A-Z0-9-]+)=("[^"]*"|[^",]*)/g;

/**
 * A camera's HLS playlist with every address replaced by ours and every sound left out. Throws Failure `invalid` where it is none, or
 * is so long that a camera which means harm would keep the city from its readings by it.
 */
export function rewritePlaylist(text: string, link: Link): Rewritten {
  const lines = text.split(LINE_END, MOST_LINES + 1).map((line) => line.trim());
  if (lines.length > MOST_LINES) throw tooLong();
  if (!lines[0]?.replace(/^\uFEFF/, "").startsWith("#EXTM3U"))
    throw new Failure("invalid", "The camera did not answer with an HLS playlist.");
  const media = lines.some((line) => line.startsWith("#EXTINF"));
  const out = new Lines(link, media);
  for (const line of lines) out.take(line);
  if (out.kept === 0 && !media) throw new Failure("invalid", "The camera offers no picture that may be shown.");
  return {
    text: `${out.lines.join("\n")}\n`,
    mark: media ? `${out.sequence} ${out.last}` : null,
    frozenAfterMs: Math.min(FROZEN_MS.most, Math.max(FROZEN_MS.least, out.targetS * 2000)),
    sound: out.sound,
  };
}

class Lines {
  readonly lines: string[] = [];
  kept = 0;
  sequence = "0";
  last = "";
  targetS = 0;
  sound = false;
  private skipNext = false;
  private readonly link: Link;
  private readonly media: boolean;

  constructor(link: Link, media: boolean) {
    this.link = link;
    this.media = media;
  }

  take(line: string): void {
    if (line === "") return;
    if (line.startsWith("#")) this.tag(line);
    else this.address(line);
  }

  private address(line: string): void {
    if (this.skipNext) this.skipNext = false;
    else {
      if (++this.kept > MOST_ADDRESSES) throw tooLong();
      this.last = line;
      this.lines.push(this.link(line, this.media ? "segment" : "playlist"));
    }
  }

  private tag(line: string): void {
    const [name = "", ...rest] = line.split(":");
    const value = rest.join(":");
    if (name === "#EXT-X-MEDIA" && /TYPE=AUDIO/.test(value)) this.sound = true;
    if (name === "#EXT-X-TARGETDURATION") this.targetS = Number(value) || 0;
    if (name === "#EXT-X-MEDIA-SEQUENCE") this.sequence = value;
    // the title of a segment is the camera's own
    if (name === "#EXTINF") this.lines.push(`#EXTINF:${Number.parseFloat(value) || 0},`);
    else if (PLAIN.has(name)) this.lines.push(line);
    else if (KEPT[name]) this.attributes(name, value);
  }

  private attributes(name: string, value: string): void {
    const given = new Map([...value.matchAll(ATTRIBUTE)].map(([, key = "", v = ""]) => [key, v]));
    if (name === "#EXT-X-STREAM-INF" && !this.picture(given)) return;
    const uri = given.get("URI");
    if (uri) given.set("URI", `"${this.link(uri.replace(/"/g, ""), name === "#EXT-X-KEY" ? "key" : "segment")}"`);
    const kept = KEPT[name]?.filter((key) => given.has(key)).map((key) => `${key}=${given.get(key)}`) ?? [];
    this.lines.push(`${name}:${kept.join(",")}`);
  }

  /** False for a variant of sound alone: it is left out with its address. */
  private picture(given: Map<string, string>): boolean {
    const codecs = given.get("CODECS")?.replace(/"/g, "").split(",") ?? [];
    const pictures = codecs.filter((codec) => !SOUND.test(codec.trim()));
    if (pictures.length < codecs.length) this.sound = true;
    // sound that comes apart from the picture never comes; sound within it must be named, or the player stumbles
    if (given.has("AUDIO") && pictures.length > 0) given.set("CODECS", `"${pictures.join(",")}"`);
    this.skipNext = codecs.length > 0 && pictures.length === 0;
    return !this.skipNext;
  }
}

function tooLong(): Failure {
  return new Failure("invalid", "The camera's list is longer than a live picture needs. Shorten it at the camera.");
}
