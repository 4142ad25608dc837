import { z } from "zod";
import { CameraGround, ViewPurpose } from "./camera";
import { CityInfo } from "./city";
import { Ms, Text, Words } from "./common";
import { ZonePurpose } from "./device";
import { Hazard } from "./level";

/** Why somebody looked, as citizens are told it: what the record has beside these could be anybody's words. */
export const PublicPurpose = z.enum([...ViewPurpose.options, "other"]);
export type PublicPurpose = z.infer<typeof PublicPurpose>;

/** By what the views of a month are counted apart. `person` as the record names them; `agency` empty: the city's own room, or STRANGER. */
export const viewSides = ["camera", "person", "agency", "purpose", "incident"] as const;
/** In an agency's place: somebody who had not signed in, and was refused. */
export const STRANGER = "anonymous";
export const ViewSide = z.enum(viewSides);
export type ViewSide = z.infer<typeof ViewSide>;

/** YYYY-MM in the city's zone. */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, "is a month, as 2026-11");

/** Views that began, tries that were refused, and how long the views that ended had lasted, in seconds. */
export const ViewCount = z.object({ views: z.number().int(), refused: z.number().int(), seconds: z.number() });
export type ViewCount = z.infer<typeof ViewCount>;
export const MonthCount = ViewCount.extend({ month: Month });
export type MonthCount = z.infer<typeof MonthCount>;
export const KeyCount = ViewCount.extend({ key: z.string() });
export type KeyCount = z.infer<typeof KeyCount>;

/** One view, or one refused try, as the record tells it. `seconds` and `endedAt` null: it was refused, or has not ended. */
export const ViewEntry = z.object({
  /** Its row in the record. */
  id: z.number().int(),
  at: Ms,
  outcome: z.enum(["viewed", "refused"]),
  person: z.string(),
  cameraId: z.string(),
  incidentId: z.string(),
  purpose: z.string(),
  agencyId: z.string(),
  seconds: z.number().nullable(),
  endedAt: Ms.nullable(),
});
export type ViewEntry = z.infer<typeof ViewEntry>;

const given = z.string().max(200).optional();
/** Which entries: from (inclusive) until to (exclusive), UTC ms; each name exactly as the record has it. */
export const ViewQuery = z.object({
  from: z.coerce.number().int(),
  to: z.coerce.number().int(),
  camera: given,
  person: given,
  agency: given,
  purpose: given,
  incident: given,
  outcome: z.enum(["viewed", "refused"]).optional(),
  atLeastSeconds: z.coerce.number().int().min(0).optional().describe("views that lasted so long"),
});
export type ViewQuery = z.infer<typeof ViewQuery>;

/** Whom citizens ask about pictures of themselves. */
export const PrivacyContact = z.object({
  office: z.object({ ko: Text.min(1).max(200), en: Text.min(1).max(200) }),
  phone: Text.max(40),
  email: z.union([z.literal(""), z.email()]),
});
export type PrivacyContact = z.infer<typeof PrivacyContact>;

/** How many days readings, minutes, hours are kept at most; days are kept for ever. */
const Kept = z.object({ readings: z.number(), minutes: z.number(), hours: z.number() });

/** What of a camera's sign holds for many of them. */
export const CameraSign = CameraGround.pick({ purpose: true, legalBasis: true, contact: true, retentionDays: true });
export type CameraSign = z.infer<typeof CameraSign>;

/** What the city watches, why, how long it keeps it, and how often it looked: for everybody. Nobody and no single camera is named. */
export const Transparency = z.object({
  city: CityInfo,
  watches: z.array(
    z.object({
      kind: z.string(),
      label: Words,
      camera: z.boolean(),
      count: z.number().int(),
      simulated: z.number().int(),
      measures: z.array(Words),
      /** What the rules in force look for with it. */
      hazards: z.array(Hazard),
      kept: Kept,
    }),
  ),
  /** Cameras by what the place they stand at is protected for. */
  cameras: z.array(z.object({ purpose: ZonePurpose, count: z.number().int() })),
  /** What their signs say, and how many have the same sign; the admin has written them down. */
  signs: z.array(CameraSign.extend({ count: z.number().int() })),
  /** The last twelve months that have any, newest first. */
  months: z.array(MonthCount.extend({ purposes: z.array(ViewCount.extend({ purpose: PublicPurpose })) })),
  /** Of the same months; name null: the city's own room. */
  agencies: z.array(ViewCount.extend({ name: Words.nullable() })),
  /** Pictures of cameras that are kept as evidence now. */
  kept: z.number().int(),
  contact: PrivacyContact.nullable(),
});
export type Transparency = z.infer<typeof Transparency>;
