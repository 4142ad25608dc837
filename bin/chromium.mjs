// The browser of the tests is Debian's: found, or installed where this machine lets us.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Path of a Chromium, or undefined. CHROME_PATH comes first. */
export function findChromium() {
  return [process.env.CHROME_PATH, ...places].find((path) => path && existsSync(path));
}

/** Path of a Chromium; installs Debian's (with a Korean font) where there is none. Throws a sentence where that fails. */
export function ensureChromium(say = console.error) {
  const found = findChromium();
  if (found) return found;
  if (existsSync("/usr/bin/apt-get") && process.getuid?.() === 0) {
    say("Installing Chromium and a Korean font (once) …");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const apt = (...args) => spawnSync("apt-get", args, { stdio: ["ignore", 2, 2], env }).status === 0;
    if (apt("update", "-q") && apt("install", "-qy", "--no-install-recommends", "chromium", "fonts-noto-cjk"))
      return places[0];
  }
  throw new Error(
    "The tests need a Chromium. Install one (Debian: apt-get install chromium), or name it in CHROME_PATH.",
  );
}
