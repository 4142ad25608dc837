import { defineConfig } from "@playwright/test";

// WebGL without a graphics card: the map is drawn by the processor, on every machine alike.
const args = [
  // and the pages around it, without the detour over the drawn-by-processor GPU
  "--disable-gpu-compositing",
  "--no-sandbox",
  "--use-gl=angle",
  "--use-angle=swiftshader",
  "--enable-unsafe-swiftshader",
  "--ignore-gpu-blocklist",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

// a city that runs in development (E2E_URL) builds its pages when they are asked for
const patience = process.env.E2E_URL ? 3 : 1;

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  // each worker starts a city of its own, and its browser draws maps on the processor
  workers: 2,
  // what fails waits in vain for a fact; a slow machine is no fault, and draws a map in seconds
  timeout: patience * 180_000,
  expect: { timeout: patience * 40_000 },
  forbidOnly: !!process.env.CI,
  // what passes only the second time is listed as flaky, with the trace of its first run: it is a fault to look at
  retries: process.env.E2E_URL ? 0 : 1,
  reporter: "list",
  use: {
    browserName: "chromium",
    viewport: { width: 1440, height: 900 },
    trace: "retain-on-first-failure",
    screenshot: "only-on-failure",
    launchOptions: { executablePath: process.env.CHROME_PATH ?? "/usr/bin/chromium", args },
  },
});
