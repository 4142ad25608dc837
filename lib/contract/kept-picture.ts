import { z } from "zod";
import { ViewPurpose } from "./camera";
import { Ms } from "./common";

/** A picture of one moment, kept as evidence of an incident until it expires: a JPEG, without sound. Times are the city's clock. */
export const KeptPicture = z.object({
  id: z.string(),
  cameraId: z.string(),
  incidentId: z.string(),
  by: z.string(),
  agencyId: z.string().nullable().describe("null: the operators"),
  purpose: ViewPurpose,
  at: Ms,
  bytes: z.number().int(),
  hash: z.string().describe("sha256 of the bytes, hex"),
  expiresAt: Ms,
});
export type KeptPicture = z.infer<typeof KeptPicture>;

/** How many pictures one incident keeps at a time. */
export const MOST_KEPT = 50;

/** Why a kept picture is not shown. */
export const NoKept = z.enum(["gone", "incident-closed", "assignment-ended", "lost-rights", "no-reason"]);
export type NoKept = z.infer<typeof NoKept>;

/** Where its bytes are; `reason` is asked of the privacy officer. Each look at them is in the record. */
export const keptPicturePath = (id: string, reason?: string): string =>
  `/api/v1/kept-pictures/${encodeURIComponent(id)}${reason ? `?reason=${encodeURIComponent(reason)}` : ""}`;
