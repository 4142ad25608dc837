import { join, resolve } from "node:path";
import { z } from "zod";

const Env = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65535).default(3000),
    HOST: z.string().min(1).default("127.0.0.1"),
    HAECHI_DIR: z.string().min(1).default(".haechi"),
    DATABASE_URL: z
      .string()
      .regex(/^file:/, "starts with file:")
      .optional(),
    HAECHI_DEMO: z.enum(["on", "off"]).default("on"),
    HAECHI_DEMO_PASSWORD: z.string().min(12, "has at least 12 characters").optional(),
    HAECHI_WEBHOOKS: z.enum(["on", "loopback", "off"]).optional(),
    PUBLIC_URL: z.url().optional(),
    MAP_STYLE_URL: z.string().min(1).optional(),
    KMA_SERVICE_KEY: z.string().min(1).optional(),
    KMA_BASE_URL: z.url().default("https://apis.data.go.kr/1360000/WthrWrnInfoService"),
    KMA_AREA: z.string().min(1).default("서울"),
    OSRM_URL: z.url().optional(),
    TRAVEL_LAW: z.string().min(1).optional(),
    HRFCO_KEY: z.string().min(1).optional(),
    HRFCO_BASE_URL: z.url().default("https://api.hrfco.go.kr"),
    HRFCO_STATIONS: z
      .string()
      .regex(/^\d{7}(,\d{7})*$/, "is station codes of seven digits, with commas between them")
      .default("1018662,1018680,1018683,1019630"),
    LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
  })
  .transform((env) => ({
    port: env.PORT,
    host: env.HOST,
    dir: resolve(env.HAECHI_DIR),
    databaseUrl: env.DATABASE_URL ?? `file:${join(resolve(env.HAECHI_DIR), "city.db")}`,
    demo: env.HAECHI_DEMO === "on",
    demoPassword: env.HAECHI_DEMO_PASSWORD ?? null,
    webhooks: env.HAECHI_WEBHOOKS ?? null,
    publicUrl: env.PUBLIC_URL ?? null,
    mapStyleUrl: env.MAP_STYLE_URL ?? null,
    travelLaw: env.TRAVEL_LAW === undefined ? null : resolve(env.TRAVEL_LAW),
    osrmUrl: env.OSRM_URL?.replace(/\/$/, "") ?? null,
    kma: { key: env.KMA_SERVICE_KEY ?? null, base: env.KMA_BASE_URL.replace(/\/$/, ""), area: env.KMA_AREA },
    hrfco: {
      key: env.HRFCO_KEY ?? null,
      base: env.HRFCO_BASE_URL.replace(/\/$/, ""),
      stations: env.HRFCO_STATIONS.split(","),
    },
    logLevel: env.LOG_LEVEL,
  }));

export type Env = z.output<typeof Env>;

/** The checked environment; dies at start with a sentence where a value is wrong. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = Env.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((i) => `${i.path.join(".")}: ${i.message}`).join("; ");
  throw new Error(`The environment is wrong: ${faults}. Correct it and start again.`);
}
