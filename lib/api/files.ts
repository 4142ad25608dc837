import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { z } from "zod";
import { Failure } from "../base/failure";
import { Id } from "../contract/common";
import { MOST_FILES } from "../contract/file";
import { Incident, type IncidentFile } from "../contract/incident";
import type { Route } from "../contract/route";
import { type Actor, agencyOfActor, displayName } from "../guard/actor";
import { addFile } from "../store/incident/add-file";
import { readIncident } from "../store/incident/read-incidents";
import { sha256 } from "../store/upload/uploads";
import { incidentFor } from "./agency-view";
import type { answering } from "./answer";
import { bytesOf } from "./body";
import type { ApiContext } from "./context";
import { cleanName, dispositionOf, typeOfBytes } from "./file-kind";
import { describeRoute } from "./openapi";
import { found, record, tell } from "./record";
import { closed, wholeIncident } from "./whole-incident";

/** Beside the contract's table, since what they carry is bytes; who may is asked as of every route. */
const PUT_FILE = {
  method: "post",
  path: "/incidents/{id}/files",
  permission: "incidents.read",
  summary: "Add a file (the body's bytes) to an open incident that one is on",
  params: z.object({ id: Id }),
  query: z.object({ name: z.string().min(1).max(500) }),
  answer: Incident,
} satisfies Route;
const GET_FILE = {
  method: "get",
  path: "/incidents/{id}/files/{fileId}",
  permission: "incidents.read",
  summary: "The bytes of a file of an incident that one is on",
  params: z.object({ id: Id, fileId: Id }),
  answer: z.unknown(),
} satisfies Route;

type Put = { params: { id: string }; query: { name: string }; actor: Actor };
type Get = { params: { id: string; fileId: string }; actor: Actor };

const binary = { "application/octet-stream": { schema: z.string().meta({ format: "binary" }) } };

/** Both in OpenAPI, as bytes. */
export function describeFiles(registry: OpenAPIHono["openAPIRegistry"]): void {
  describeRoute(registry, "addIncidentFile", PUT_FILE, { body: { content: binary } });
  describeRoute(registry, "getIncidentFile", GET_FILE, { answer: binary });
}

export function serveFiles(app: OpenAPIHono, context: ApiContext, answer: ReturnType<typeof answering>): void {
  app.post("/api/v1/incidents/:id/files", async (c) =>
    c.json(await answer(c, PUT_FILE, async (asked: Put) => put(context, asked, await bytesOf(c)))),
  );
  app.get("/api/v1/incidents/:id/files/:fileId", async (c) => {
    const got = (await answer(c, GET_FILE, (asked: Get) => get(context, asked))) as Got;
    return sent(c, got);
  });
}

async function put(context: ApiContext, { params: { id }, query, actor }: Put, bytes: Uint8Array): Promise<Incident> {
  const type = typeOfBytes(bytes);
  if (!type) throw new Failure("invalid", "Send a picture (JPEG, PNG, WebP), a PDF or a plain text.");
  const [fileId, name] = [context.newId(), cleanName(query.name)];
  const own = { by: displayName(actor), agencyId: agencyOfActor(actor), at: context.clock.now() };
  const file: IncidentFile = { id: fileId, name, type, bytes: bytes.length, hash: sha256(bytes), ...own };
  incidentFor(actor, await readIncident(context.store.reader, id), id);
  await context.uploads.put(fileId, bytes);
  const after = await context.store
    .write(async (tx) => {
      const incident = incidentFor(actor, await readIncident(tx, id), id);
      if (incident.state !== "open") throw closed;
      if ((incident.files?.length ?? 0) >= MOST_FILES)
        throw new Failure("conflict", `An incident takes ${MOST_FILES} files. Put the rest into one document.`);
      await addFile(tx, id, file);
      await tell(tx, context, actor, { incidentId: id, kind: "file", detail: { fileId, text: name } });
      const detail = { fileId, name, type, bytes: file.bytes, hash: file.hash };
      await record(tx, context, actor, { action: "incident.file", subject: `incident:${id}`, detail });
      return wholeIncident(tx, id);
    })
    .catch(async (error: unknown) => {
      // no row tells of these bytes: they must not stay
      await context.uploads.drop(fileId);
      throw error;
    });
  await context.changed({ incidents: [after] });
  return incidentFor(actor, after, id);
}

type Got = { file: IncidentFile; bytes: Uint8Array<ArrayBuffer> };

async function get({ store, uploads }: ApiContext, { params: { id, fileId }, actor }: Get): Promise<Got> {
  const incident = incidentFor(actor, await readIncident(store.reader, id), id);
  const file = found(
    incident.files?.find((f) => f.id === fileId),
    "file",
    fileId,
  );
  return { file, bytes: await uploads.get(fileId, file.hash) };
}

/** Read as what its own bytes say (the API sends `nosniff` and a policy that lets nothing run). */
function sent(c: Context, { file, bytes }: Got): Response {
  return c.body(bytes, 200, {
    "content-type": file.type,
    "content-disposition": dispositionOf(file.type, file.name),
  });
}
