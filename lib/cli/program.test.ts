import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import { openStore } from "../store/open";
import { openUploads, PICTURES, sha256, UPLOADS } from "../store/upload/uploads";
import { buildProgram } from "./program";

function cli() {
  const folder = mkdtempSync(join(tmpdir(), "haechi-cli-"));
  vi.stubEnv("HAECHI_DIR", folder);
  vi.stubEnv("DATABASE_URL", undefined);
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true, force: true });
  });
  const run = async (...args: string[]) => {
    const said = { out: [] as string[], err: [] as string[], failed: false };
    const terminal = {
      out: (line: string) => said.out.push(line),
      err: (line: string) => said.err.push(line),
      fail: () => {
        said.failed = true;
      },
    };
    await buildProgram(terminal).parseAsync(args, { from: "user" });
    return said;
  };
  return { run, folder };
}

it("adds the good lines of a file, tells the bad ones by line, and leaves what is there", async () => {
  const { run, folder } = cli();
  const file = join(folder, "devices.csv");
  const rows = [
    "g1,water-level,잠수교,37.5,127,riverside,2,7",
    "g2,oven,x,37.5,127,street,0,",
    "g3,weather,x,north,127,street,0,",
    "g4,weather,,37.5,127,,,",
  ];
  writeFileSync(file, ["device,kind,name,lat,lon,zone,class,cameras", ...rows].join("\n"));
  const first = await run("device", "import", file);
  expect(first.out.map((line) => line.split(",")[0])).toEqual(["g1", "g4"]);
  expect(first.err).toEqual([
    expect.stringMatching(/^line 3: .*oven/),
    expect.stringMatching(/^line 4: lat/),
    expect.stringContaining("2 devices added"),
  ]);
  expect(first.failed).toBe(true);
  expect((await run("device", "import", file)).out).toEqual([]);
  expect((await run("device", "list")).out).toHaveLength(3);
});

it("makes and ends tokens and keys, adds people, and verifies the record", async () => {
  const { run } = cli();
  await run("device", "add", "jamsu", "--kind", "water-level", "--lat", "37.5", "--lon", "127", "--zone", "riverside");
  const rotated = await run("device", "rotate-key", "jamsu");
  expect(rotated.out[0]).toMatch(/^[\w-]{43}$/);
  expect((await run("token", "create", "--role", "operator")).out[0]).toMatch(/^haechi_/);
  const id = (await run("token", "list")).out[1]?.split(" ")[0] ?? "";
  await expect(run("token", "create", "--role", "police", "--agency", "road")).rejects.toThrow(/no agency "road"/);
  await expect(run("token", "create", "--role", "operator", "--agency", "road")).rejects.toThrow(/whole city/);
  await run("token", "revoke", id);
  await expect(run("token", "revoke", id)).rejects.toThrow(/in force/);
  await run("person", "add", "kim@seoul.kr", "--role", "fire");
  expect((await run("person", "reset-password", "Kim@seoul.kr")).out[0]).toHaveLength(16);
  await expect(run("person", "add", "kim@seoul.kr", "--role", "fire")).rejects.toThrow(/already/);
  expect(await run("audit", "verify")).toMatchObject({
    out: [expect.stringMatching(/^6 rows, unbroken/)],
    failed: false,
  });
});

it("backs up, and restores what it has backed up", async () => {
  const { run, folder } = cli();
  const place = ["--kind", "water-level", "--lat", "37.5", "--lon", "127", "--zone", "riverside"];
  const file = join(folder, "backup.db");
  await run("device", "add", "before", ...place);
  expect((await run("backup", file)).err[0]).toMatch(/rows in \d+ tables, .* checked: sound/);
  await expect(run("backup", file)).rejects.toThrow(/exists/);
  await run("device", "add", "after", ...place);
  const restored = await run("restore", file);
  expect([restored.failed, restored.err]).toEqual([
    false,
    [
      expect.stringContaining("is sound"),
      expect.stringContaining("Start the city"),
      expect.stringContaining(".before-restore-"),
    ],
  ]);
  expect((await run("device", "list")).out.join()).toMatch(/before(?!.*after)/s);
  expect(await run("audit", "verify")).toMatchObject({ failed: false });
  // another house's secret does not open this one's device keys: said, and the exit code says so
  rmSync(join(folder, "secret.json"));
  expect(await run("restore", file)).toMatchObject({ failed: true });
});

it("backs up files of incidents and kept pictures with their database, and puts them back; says which are missing", async () => {
  const { run, folder } = cli();
  const backup = join(folder, "backup.db");
  await run("device", "list");
  const store = await openStore(`file:${join(folder, "city.db")}`);
  const [uploads, pictures] = [openUploads(join(folder, UPLOADS)), openUploads(join(folder, PICTURES))];
  const row = (id: string) => ({
    id,
    incidentId: "i",
    by: "kim",
    at: 0n,
    bytes: id.length,
    hash: sha256(Buffer.from(id)),
  });
  await store.write(async (tx) => {
    const place = {
      title: "t",
      hazard: "flood",
      level: 1,
      state: "open",
      lat: 0,
      lon: 0,
      openedAt: 0n,
      openedBy: "kim",
    };
    await tx.incident.create({ data: { id: "i", ...place } });
    await tx.incidentFile.create({ data: { ...row("photo"), name: "n", type: "image/png" } });
    const kept = { viewId: "v", cameraId: "c", purpose: "verify-alert", expiresAt: 9n };
    await tx.keptPicture.create({ data: { ...row("still"), ...kept } });
    await tx.keptPicture.create({ data: { ...row("gone"), ...kept, deletedAt: 9n } });
  });
  await store.close();
  await uploads.put("photo", Buffer.from("photo"));
  await pictures.put("still", Buffer.from("still"));
  await pictures.put("gone", Buffer.from("gone"));
  const made = await run("backup", backup);
  expect([made.failed, made.err.find((line) => line.startsWith("2 files"))]).toEqual([
    false,
    expect.stringContaining("backup.db.files"),
  ]);
  expect(readdirSync(join(`${backup}.files`, PICTURES))).toEqual(["still"]);
  for (const name of [UPLOADS, PICTURES]) rmSync(join(folder, name), { recursive: true });
  const restored = await run("restore", backup);
  expect([restored.failed, restored.err.join()]).toEqual([false, expect.stringContaining("2 files")]);
  expect(String(await uploads.get("photo", sha256(Buffer.from("photo"))))).toBe(
    String(new Uint8Array(Buffer.from("photo"))),
  );
  expect(readdirSync(join(folder, PICTURES))).toEqual(["still"]);
  writeFileSync(join(folder, PICTURES, "still"), "bent");
  const bent = await run("backup", join(folder, "second.db"));
  expect([bent.failed, bent.err.join()]).toEqual([true, expect.stringContaining("pictures/still")]);
  // what is bent here is put right from the backup; what is nowhere is told
  expect(await run("restore", backup)).toMatchObject({ failed: false });
  rmSync(join(folder, PICTURES, "still"));
  rmSync(`${backup}.files`, { recursive: true });
  expect(await run("restore", backup)).toMatchObject({
    failed: true,
    err: expect.arrayContaining([expect.stringContaining("pictures/still")]),
  });
});

const cameras = "/work/shared/data/cctv-gangnam/devices.csv";
it.skipIf(!existsSync(cameras))("takes in the cameras of Gangnam", { timeout: 120_000 }, async () => {
  const { run } = cli();
  const { out, failed } = await run("device", "import", cameras);
  expect([out.length, new Set(out).size, failed]).toEqual([1763, 1763, false]);
});
