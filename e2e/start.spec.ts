import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

/** The city in one file, as `npm start` runs it, without its pages; resolves with its address. */
async function start(dir: string) {
  const file = execFileSync(process.execPath, ["bin/bundle.mjs", "server.ts"], { encoding: "utf8" }).trim();
  const env = { ...process.env, NODE_ENV: "production" as const, HAECHI_DIR: dir, HAECHI_DEMO: "off", PORT: "0" };
  const city = spawn(process.execPath, [file, "--no-web"], { env, stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  for await (const words of city.stdout) {
    said += words;
    const url = /is open at (\S+)/.exec(said)?.[1];
    if (url) return { url, city };
  }
  throw new Error(`The city did not open:\n${said}`);
}

test("the city starts from its one file, and again after kill -9", async () => {
  const dir = mkdtempSync(join(tmpdir(), "haechi-start-"));
  for (const signal of ["SIGKILL", "SIGTERM"] as const) {
    const { url, city } = await start(dir);
    expect(await (await fetch(`${url}/api/health`)).json()).toMatchObject({ database: "ok" });
    const gone = once(city, "exit");
    city.kill(signal);
    await gone;
  }
  rmSync(dir, { recursive: true, force: true });
});
