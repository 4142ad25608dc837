import { createHash, randomBytes } from "node:crypto";
import { Failure } from "../base/failure";
import type { NewCameraSource, Picture } from "../contract/camera";
import { type CameraSaid, type FetchCamera, ownHost } from "./fetch-camera";
import { LinkBook } from "./link-book";
import { PictureWatch, SAME_JPEG_MS } from "./picture-watch";
import { type LinkKind, rewritePlaylist } from "./playlist";
import { carriesSound } from "./sound";

/** One thing that a browser asks for within a view. `name` is one that a playlist gave it, `index.m3u8` or `picture.jpg`. */
export type PictureAsk = {
  viewId: string;
  cameraId: string;
  source: NewCameraSource;
  name: string;
  range?: string | null;
};
export type PictureAnswer = {
  status: 200 | 206;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
  contentRange: string | null;
};

const MB = 1_000_000;
const BOUNDS: Record<LinkKind | "jpeg", { most: number; ms: number }> = {
  playlist: { most: MB, ms: 4000 },
  segment: { most: 20 * MB, ms: 10_000 },
  key: { most: 1000, ms: 4000 },
  jpeg: { most: 8 * MB, ms: 5000 },
};

/** Pictures of cameras on their way through the city. Whoever calls has asked whether they may be seen. */
export class Pictures {
  private readonly watches = new Map<string, PictureWatch>();
  private readonly books = new Map<string, LinkBook>();
  private readonly fetch: FetchCamera;
  private readonly steady: () => number;
  private readonly secret: Buffer;

  constructor(fetch: FetchCamera, steady: () => number, secret = randomBytes(32)) {
    this.fetch = fetch;
    this.steady = steady;
    this.secret = secret;
  }

  /** Whether what came of a camera lately was new. */
  state(cameraId: string): Picture {
    return this.watch(cameraId).state(this.steady());
  }

  /** A view is over: nothing can be asked for by its names. */
  ended(viewId: string): void {
    this.books.delete(viewId);
  }

  /** Throws Failure: `not-found` for a name that no playlist gave, and what FetchCamera throws. */
  async take(ask: PictureAsk): Promise<PictureAnswer> {
    const { cameraId, source, name } = ask;
    const watch = this.watch(cameraId);
    watch.asked(this.steady());
    try {
      if (name === "picture.jpg" && source.format === "jpeg") return await this.jpeg(ask, watch);
      const linked = name === "index.m3u8" ? { url: source.url, kind: "playlist" as const } : this.book(ask).find(name);
      if (!linked || source.format !== "hls")
        throw new Failure("not-found", "There is no such picture. Load the list again.");
      const said = await this.call(ask, linked.url, linked.kind);
      if (linked.kind === "playlist") return this.playlist(ask, said, watch);
      if (linked.kind === "segment") {
        watch.piece(`${linked.url} ${ask.range ?? ""}`, hash(said.bytes), this.steady());
        if (carriesSound(said.bytes)) watch.hears();
      }
      return answer(said, linked.kind === "segment" ? typeOf(said.bytes) : "application/octet-stream");
    } catch (error) {
      watch.failed(this.steady());
      throw error;
    }
  }

  private playlist(ask: PictureAsk, said: CameraSaid, watch: PictureWatch): PictureAnswer {
    const book = this.book(ask);
    const camera = new URL(ask.source.url);
    const list = rewritePlaylist(said.bytes.toString("utf8"), (uri, kind) => {
      const to = URL.canParse(uri, said.url.href) ? new URL(uri, said.url.href) : null;
      if (!to || !ownHost(to, camera))
        throw new Failure("forbidden", "The camera's list leads to another host. It is not followed.");
      return book.name(to.href, kind);
    });
    if (list.sound) watch.hears();
    if (list.mark !== null) watch.seen(list.mark, this.steady(), list.frozenAfterMs);
    else watch.answered(this.steady());
    return answer({ ...said, bytes: Buffer.from(list.text) }, "application/vnd.apple.mpegurl");
  }

  private async jpeg(ask: PictureAsk, watch: PictureWatch): Promise<PictureAnswer> {
    const said = await this.call(ask, ask.source.url, "jpeg");
    if (said.bytes[0] !== 0xff || said.bytes[1] !== 0xd8)
      throw new Failure("invalid", "The camera did not answer with a JPEG.");
    watch.seen(hash(said.bytes), this.steady(), SAME_JPEG_MS);
    return answer(said, "image/jpeg");
  }

  private call({ source, range }: PictureAsk, url: string, kind: LinkKind | "jpeg"): Promise<CameraSaid> {
    const { user, password } = source;
    const asked = kind === "segment" && range && /^bytes=\d+-\d*$/.test(range) ? range : null;
    return this.fetch({ url: new URL(url), user, password, range: asked, ...BOUNDS[kind] });
  }

  private watch(cameraId: string): PictureWatch {
    const watch = this.watches.get(cameraId) ?? new PictureWatch();
    this.watches.set(cameraId, watch);
    return watch;
  }

  private book({ viewId }: PictureAsk): LinkBook {
    const book =
      this.books.get(viewId) ?? new LinkBook(createHash("sha256").update(this.secret).update(viewId).digest());
    this.books.set(viewId, book);
    return book;
  }
}

function answer({ status, bytes, contentRange }: CameraSaid, type: string): PictureAnswer {
  const range = contentRange !== null && /^bytes \d+-\d+\/(\d+|\*)$/.test(contentRange) ? contentRange : null;
  return { status, type, bytes: new Uint8Array(bytes), contentRange: range };
}

/** Of three kinds, whatever the camera calls it: MPEG transport stream, MP4, or (a stream that is encrypted) bytes. */
function typeOf(bytes: Buffer): string {
  if (bytes[0] === 0x47) return "video/mp2t";
  return ["ftyp", "styp", "moof", "sidx", "emsg"].includes(bytes.toString("latin1", 4, 8))
    ? "video/mp4"
    : "application/octet-stream";
}

function hash(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("base64");
}
