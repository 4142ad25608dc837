import { spawn } from "node:child_process";
import { Failure } from "../base/failure";
import type { Decode } from "./still";

const MOST_MS = 15_000;
const MOST_BYTES = 40_000_000;
/** Each takes a processor for a moment: readings go first. */
const AT_ONCE = 2;

/** Stills by ffmpeg at `path`, in a process of its own that reads what it is given and opens nothing. Rejects with Failure `busy`. */
export function createDecoder(path: string): Decode {
  let running = 0;
  return async (piece, type) => {
    if (running >= AT_ONCE) throw new Failure("busy", "Other pictures are being kept at this moment. Try again.");
    running++;
    try {
      return lastJpeg(await run(path, argumentsFor(type), piece));
    } finally {
      running--;
    }
  };
}

/** Whole pictures only (key frames): they need no other, and are soon made. */
function argumentsFor(type: string): string[] {
  return [
    ...["-hide_banner", "-loglevel", "error", "-nostdin", "-protocol_whitelist", "pipe", "-threads", "1"],
    ...["-skip_frame", "nokey", "-f", type === "video/mp2t" ? "mpegts" : "mp4", "-i", "pipe:0"],
    ...["-an", "-sn", "-dn", "-fps_mode", "passthrough", "-c:v", "mjpeg", "-q:v", "3", "-f", "image2pipe", "pipe:1"],
  ];
}

function run(path: string, args: string[], piece: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const made = spawn(path, args, { stdio: ["pipe", "pipe", "ignore"], timeout: MOST_MS, killSignal: "SIGKILL" });
    const parts: Buffer[] = [];
    let size = 0;
    made.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > MOST_BYTES) made.kill("SIGKILL");
      else parts.push(part);
    });
    // it may stop reading before the end: what it made counts
    made.stdin.on("error", () => undefined);
    made.on("error", () => reject(none()));
    made.on("close", () => resolve(Buffer.concat(parts)));
    made.stdin.end(piece);
  });
}

/** Pictures stand one behind the other; within one, 0xff is always followed by something else. */
function lastJpeg(bytes: Buffer): Buffer {
  const at = bytes.lastIndexOf(Buffer.from([0xff, 0xd8, 0xff]));
  const end = bytes.lastIndexOf(Buffer.from([0xff, 0xd9]));
  if (at < 0 || end < at) throw none();
  return bytes.subarray(at, end + 2);
}

function none(): Failure {
  return new Failure("busy", "No still could be made of this stream. Try again, or tell the admin.");
}
