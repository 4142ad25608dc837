import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { createClient } from "../client/client";
import { filePath, filesPath } from "../contract/file";
import { Incident } from "../contract/incident";
import { openUploads } from "../store/upload/uploads";
import { cleanName, dispositionOf, typeOfBytes } from "./file-kind";
import { raise, testApi } from "./test-api";

const folder = mkdtempSync(join(tmpdir(), "haechi-uploads-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

async function asked() {
  const api = await testApi(createClient, { uploads: openUploads(folder) });
  await raise(api.store, "a1");
  const { id } = await api.as("operator").call("openIncident", { body: { alertIds: ["a1"] } });
  await api.as("operator").call("requestAssignment", { params: { id }, body: { agencyId: "fire" } });
  const send = (role: string | null, path: string, body?: BodyInit, method = body ? "POST" : "GET") => {
    const headers = { origin: "http://city", host: "city", ...(role && { "x-test-role": role }) };
    return api.app.request(`http://city${path}`, { method, headers, ...(body && { body }) });
  };
  const put = (role: string | null, name: string, bytes: Uint8Array<ArrayBuffer>) =>
    send(role, `${filesPath(id)}?name=${encodeURIComponent(name)}`, bytes);
  return { ...api, id, send, put };
}

it("keeps a file for those on the incident, with its name, its hash and a line in the story and the record", async () => {
  const { id, send, put, store, as } = await asked();
  const incident = Incident.parse(await (await put("fire", "../../현장 사진.png", PNG)).json());
  const [file] = incident.files ?? [];
  expect(file).toMatchObject({ name: "현장 사진.png", type: "image/png", bytes: 11, by: "The fire", agencyId: "fire" });
  expect(incident.timeline.at(-1)).toMatchObject({ kind: "file", detail: { text: "현장 사진.png" } });
  expect(await store.reader.audit.count({ where: { action: "incident.file" } })).toBe(1);
  const path = filePath(id, file?.id ?? "");
  for (const role of ["operator", "fire"]) {
    const got = await send(role, path);
    expect([got.status, got.headers.get("content-type"), got.headers.get("x-content-type-options")]).toEqual([
      200,
      "image/png",
      "nosniff",
    ]);
    expect(new Uint8Array(await got.arrayBuffer())).toEqual(PNG);
  }
  expect([(await send("police", path)).status, (await send(null, path)).status]).toEqual([404, 401]);
  expect((await put("police", "x.png", PNG)).status).toBe(404);
  expect((await put(null, "x.png", PNG)).status).toBe(401);
  // another incident's address does not lead to it, nor does a path
  await raise(store, "a2");
  const other = await as("operator").call("openIncident", { body: { alertIds: ["a2"] } });
  expect((await send("operator", filePath(other.id, file?.id ?? ""))).status).toBe(404);
  expect((await send("operator", `${filesPath(id)}/..%2F..%2Fcity.db`)).status).toBe(404);
  // changed behind the city's back
  writeFileSync(join(folder, file?.id ?? ""), "something else");
  expect((await send("operator", path)).status).toBe(500);
});

it("refuses what a browser would run, what is too large, and everything once the incident is closed; and leaves no bytes", async () => {
  const { id, put, as } = await asked();
  const before = readdirSync(folder).length;
  const text = (s: string) => new TextEncoder().encode(s);
  expect((await put("operator", "a.png", Uint8Array.from([0x4d, 0x5a, 0, 1]))).status).toBe(422);
  expect((await put("operator", "a.txt", new Uint8Array())).status).toBe(422);
  expect((await put("operator", "a.txt", new Uint8Array(11 * 1024 * 1024))).status).toBe(413);
  const page = Incident.parse(await (await put("operator", "a.html", text("<script>1</script>"))).json());
  expect(page.files?.[0]?.type).toBe("text/plain");
  const { assignments } = await as("operator").call("getIncident", { params: { id } });
  const params = { id: assignments[0]?.id ?? "" };
  await as("operator").call("cancelAssignment", { params, body: { reason: "no need" } });
  await as("operator").call("closeIncident", { params: { id }, body: { cause: "over" } });
  expect((await put("operator", "a.txt", text("late"))).status).toBe(409);
  expect(readdirSync(folder).length).toBe(before + 1);
});

it("never makes a path or a header of a name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 200 }), (given) => {
      const name = cleanName(given);
      expect(name).not.toMatch(/[/\\\p{Cc}\p{Cf}]/u);
      expect([...name].length).toBeLessThanOrEqual(120);
      expect(dispositionOf("text/plain", name)).toMatch(/^attachment; filename\*=UTF-8''[\x21-\x7e]*$/);
    }),
    { numRuns: 80 },
  );
  expect(typeOfBytes(new TextEncoder().encode("물이 들어옵니다\n"))).toBe("text/plain");
  expect(typeOfBytes(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe("image/jpeg");
});
