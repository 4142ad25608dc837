import { defineConfig } from "prisma/config";

// Prisma's native schema engine is a download; control rooms have no internet, so the wasm engine from npm answers instead.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= "./bin/prisma/schema-engine.mjs";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  datasource: { url: process.env.DATABASE_URL ?? "file:./.haechi/city.db" },
});
