import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createReadStream, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const USER = "haechi";
export const PASSWORD = "geheim-geheim";
const wanted = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString("base64")}`;

export type TestCamera = {
  url: string;
  /** Nothing new is written any more; what there is stays to be had. */
  freeze(): void;
  stop(): Promise<void>;
};

/** A camera as there are many: H.264 with sound in HLS pieces of a second, behind a password. Resolves when its list is there. */
export async function testCamera(ffmpeg: string): Promise<TestCamera> {
  const dir = mkdtempSync(join(tmpdir(), "haechi-camera-"));
  const list = join(dir, "index.m3u8");
  const made: ChildProcess = spawn(ffmpeg, [...STREAM, list], { stdio: "ignore" });
  const server = createServer((request, response) => {
    const file = join(dir, /^\/live\/([\w.-]+)$/.exec(request.url ?? "")?.[1] ?? "-");
    if (request.headers.authorization !== wanted) response.writeHead(401).end();
    else if (!existsSync(file)) response.writeHead(404).end();
    else
      createReadStream(file)
        .on("error", () => response.end())
        .pipe(response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  while (!existsSync(list)) await new Promise((resolve) => setTimeout(resolve, 100));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/live/index.m3u8`,
    freeze: () => void made.kill("SIGSTOP"),
    stop: async () => {
      made.kill("SIGKILL");
      server.closeAllConnections();
      server.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

const STREAM = [
  ...["-hide_banner", "-loglevel", "error", "-re", "-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10"],
  ...[
    "-re",
    "-f",
    "lavfi",
    "-i",
    "sine=frequency=440",
    "-c:v",
    "libx264",
    "-preset",
    "ultrafast",
    "-tune",
    "zerolatency",
  ],
  ...["-pix_fmt", "yuv420p", "-g", "10", "-c:a", "aac", "-threads", "1"],
  ...["-f", "hls", "-hls_time", "1", "-hls_list_size", "6", "-hls_flags", "delete_segments+independent_segments"],
];
