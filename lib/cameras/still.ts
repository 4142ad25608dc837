import { createHash } from "node:crypto";
import { Failure } from "../base/failure";
import { SAME_JPEG_MS } from "./picture-watch";

/** Asks for one name within a view, as a browser would (Pictures.take). */
export type TakePiece = (name: string) => Promise<{ bytes: Uint8Array; type: string }>;
/** Makes a JPEG of the newest whole picture in a piece of a stream. */
export type Decode = (piece: Uint8Array, type: string) => Promise<Uint8Array>;
export type StillParts = {
  format: "hls" | "jpeg";
  take: TakePiece;
  /** null: nothing on this machine can make a still of a stream. */
  decode: Decode | null;
  /** A clock that nobody sets, ms. */
  steady(): number;
  wait(ms: number): Promise<void>;
};

/** Between two questions whether there is something new, ms. */
const AGAIN_MS = 500;
/** Streams in longer pieces than this are not waited for, ms: decision 032 asks for four seconds. */
const STREAM_MS = 12_000;

/**
 * A JPEG of what a camera sees now: of a picture that came after it was asked for, so that a stream which stands still gives
 * none. Throws Failure `conflict` where nothing new came, `busy` where no still can be made.
 */
export async function takeStill(parts: StillParts): Promise<Uint8Array> {
  if (parts.format === "jpeg") return jpegStill(parts);
  const { decode, take } = parts;
  if (!decode)
    throw new Failure(
      "busy",
      "This machine makes no still of a stream: install ffmpeg there. It can be looked at, not kept.",
    );
  const { list, piece } = await newPiece(parts);
  const head = list.map === null ? new Uint8Array() : (await take(list.map)).bytes;
  return decode(Buffer.concat([head, piece.bytes]), piece.type);
}

async function jpegStill({ take, steady, wait }: StillParts): Promise<Uint8Array> {
  const [before, began] = [hash((await take("picture.jpg")).bytes), steady()];
  while (steady() - began < SAME_JPEG_MS) {
    await wait(AGAIN_MS);
    const { bytes } = await take("picture.jpg");
    if (hash(bytes) !== before) return bytes;
  }
  throw standing();
}

async function newPiece({ take, steady, wait }: StillParts) {
  const name = await mediaList(take);
  const read = async () => listOf(text((await take(name)).bytes));
  const [before, began] = [await read(), steady()];
  const old = hash((await take(before.last)).bytes);
  while (steady() - began < STREAM_MS) {
    await wait(AGAIN_MS);
    const list = await read();
    if (list.mark === before.mark) continue;
    const piece = await take(list.last);
    // a camera that stands still may well go on to cut the same picture into pieces
    if (hash(piece.bytes) === old) throw standing();
    return { list, piece };
  }
  throw standing();
}

/** The list of pieces; of several sizes the largest. */
async function mediaList(take: TakePiece): Promise<string> {
  const lines = text((await take("index.m3u8")).bytes).split("\n");
  const sizes = lines.flatMap((line, i) => {
    const width = /^#EXT-X-STREAM-INF:.*?(?<![A-Z-])BANDWIDTH=(\d+)/.exec(line)?.[1];
    return width === undefined ? [] : [{ width: Number(width), name: lines[i + 1] ?? "" }];
  });
  return sizes.toSorted((a, b) => b.width - a.width)[0]?.name ?? "index.m3u8";
}

/** What a still needs of a list as the city rewrites it. Throws Failure `busy` for a stream of which none can be made. */
function listOf(list: string): { mark: string; last: string; map: string | null } {
  const lines = list.split("\n");
  const cannot = lines.some((line) =>
    /^#EXT-X-BYTERANGE|^#EXT-X-MAP:.*BYTERANGE|^#EXT-X-KEY:METHOD=(?!NONE)/.test(line),
  );
  if (cannot)
    throw new Failure(
      "busy",
      "No still can be made of this kind of stream: it is encrypted, or one long file. It can be looked at.",
    );
  const last = lines.findLast((line) => line !== "" && !line.startsWith("#"));
  if (!last) throw standing();
  const sequence = lines.find((line) => line.startsWith("#EXT-X-MEDIA-SEQUENCE")) ?? "";
  const map = lines.findLast((line) => line.startsWith("#EXT-X-MAP"));
  return { mark: `${sequence} ${last}`, last, map: /URI="([^"]+)"/.exec(map ?? "")?.[1] ?? null };
}

function standing(): Failure {
  return new Failure(
    "conflict",
    "The picture stands still: nothing new came. An old picture is not kept as this moment's.",
    { end: "still" },
  );
}

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("utf8");
const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("base64");
