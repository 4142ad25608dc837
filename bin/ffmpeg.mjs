// The camera of the tests is a stream made by Debian's ffmpeg: found, or installed where this machine lets us.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = ["/usr/bin/ffmpeg", "/usr/local/bin/ffmpeg"];

/** Path of an ffmpeg, or undefined. FFMPEG_PATH comes first. */
export function findFfmpeg() {
  return [process.env.FFMPEG_PATH, ...places].find((path) => path && existsSync(path));
}

/** Path of an ffmpeg; installs Debian's where there is none. Undefined where that fails: the tests of a real stream are skipped then, and say so. */
export function ensureFfmpeg(say = console.error) {
  const found = findFfmpeg();
  if (found) return found;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    say("Installing ffmpeg for the tests of the cameras (once) …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env }).status === 0;
    if (apt("update", "-q") && apt("install", "-qy", "--no-install-recommends", "ffmpeg")) return findFfmpeg();
  }
  say(
    "There is no ffmpeg: the tests of a real stream are skipped. Install it (Debian: apt-get install ffmpeg), or name it in FFMPEG_PATH.",
  );
  return undefined;
}
