import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "./migrate";

declare module "vitest" {
  interface ProvidedContext {
    /** File of a migrated, empty database: copy it, never open it. */
    template: string;
  }
}

/** One migrated file for the whole run; each test that needs a database takes a copy of it. */
export default function setup(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "haechi-template-"));
  const file = join(folder, "city.db");
  migrate(`file:${file}`);
  project.provide("template", file);
  return () => rmSync(folder, { recursive: true, force: true });
}
