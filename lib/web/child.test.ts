import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, onTestFinished, test } from "vitest";
import { leaving } from "./child";

const LIVES = "setInterval(() => {}, 1000); process.send('here')";
/** A process that starts one as the city starts its web, and says its number. */
const PARENT = `
  const { spawn } = require("node:child_process");
  const args = [...${JSON.stringify(leaving)}, "-e", ${JSON.stringify(LIVES)}];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  child.once("message", () => console.log(child.pid));
`;

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("a city that is killed takes its web with it", async () => {
  const parent = spawn(process.execPath, ["-e", PARENT], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(parent.stdout, "data");
  const web = Number(String(said));
  onTestFinished(() => void (lives(web) && process.kill(web, "SIGKILL")));
  expect(lives(web)).toBe(true);
  parent.kill("SIGKILL");
  await expect.poll(() => lives(web), { timeout: 10_000 }).toBe(false);
});
