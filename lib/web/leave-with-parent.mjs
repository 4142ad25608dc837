// Loaded before the web's own code: a city that was killed cannot stop its web, so the web notices that it is alone.
const PATIENCE_MS = 3000;

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), PATIENCE_MS).unref();
});
