import { z } from "zod";
import { Slug, Words } from "./common";
import { Hazard, Level } from "./level";

/** What sort of agency it is; its icon and what it is suggested for follow from its own data, not from this. */
export const AgencyKind = z.enum(["police", "fire", "justice", "road", "river", "district", "other"]);
export type AgencyKind = z.infer<typeof AgencyKind>;

/** How it is reached: its people sit at our console, a webhook tells its own system, or somebody calls. */
export const AgencyPanel = z.enum(["console", "webhook", "phone"]);
export type AgencyPanel = z.infer<typeof AgencyPanel>;

/** How an agency itself grades a request (112 codes, fire response levels); at which of our levels it is the one to begin with. */
export const AgencyCode = z.object({
  code: z.string().trim().min(1).max(20),
  name: Words,
  levels: z.array(Level).max(4),
});
export type AgencyCode = z.infer<typeof AgencyCode>;

export const Agency = z.object({
  id: z.string(),
  name: z.object({ ko: z.string(), en: z.string() }),
  phone: z.string(),
  kind: AgencyKind,
  panel: AgencyPanel,
  /** Zones that are its area; none: the whole city. */
  zones: z.array(z.string()),
  /** What it is suggested for. */
  hazards: z.array(Hazard),
  codes: z.array(AgencyCode),
});
export type Agency = z.infer<typeof Agency>;

/** Of what nothing is said about an agency: at our console, for the whole city, suggested for nothing. */
export const plainAgency = {
  kind: "other",
  panel: "console",
  zones: [],
  hazards: [],
  codes: [],
} satisfies Partial<Agency>;

/** What an admin writes of it. */
export const AgencyBody = z.object({
  name: z.object({ ko: z.string().trim().min(1).max(100), en: z.string().trim().min(1).max(100) }),
  phone: z.string().trim().max(40).default(""),
  kind: AgencyKind.default("other"),
  panel: AgencyPanel.default("console"),
  zones: z.array(Slug).max(300).default([]),
  hazards: z.array(Hazard).default([]),
  codes: z
    .array(AgencyCode)
    .max(30)
    .default([])
    .refine((codes) => new Set(codes.map(({ code }) => code)).size === codes.length, "each code once")
    .refine(
      (codes) => new Set(codes.flatMap(({ levels }) => levels)).size === codes.flatMap(({ levels }) => levels).length,
      "each level once",
    ),
});
export const NewAgency = AgencyBody.extend({ id: Slug });
export type NewAgency = z.infer<typeof NewAgency>;

/** The code that a request of this level carries unless somebody says another; null where the agency has none for it. */
export function codeFor({ codes }: Pick<Agency, "codes">, level: Level): string | null {
  return codes.find(({ levels }) => levels.includes(level))?.code ?? null;
}

/** Why an agency stands where it stands: made for the hazard and its area, for the hazard in the whole city, or not made for it. */
export const AgencyReason = z.enum(["here", "city", "other-area", "other-work"]);
export type AgencyReason = z.infer<typeof AgencyReason>;

/** One agency that could be asked to an incident, in the order to ask them. */
export const AgencyChoice = z.object({
  agencyId: z.string(),
  suggested: z.boolean(),
  reason: AgencyReason,
  /** The zone by which the place is its area. */
  zone: z.string().nullable(),
  code: z.string().nullable(),
});
export type AgencyChoice = z.infer<typeof AgencyChoice>;
