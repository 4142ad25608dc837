import { z } from "zod";
import { Id, Ms, Text } from "./common";
import { LinkState } from "./device";

/** Why a picture is looked at. A look without one of these is no look. */
export const ViewPurpose = z.enum(["verify-alert", "guide-responders", "protect-people", "record-damage"]);
export type ViewPurpose = z.infer<typeof ViewPurpose>;

/** Why a view ended. */
export const ViewEnd = z.enum([
  "closed-by-viewer",
  "left",
  "ran-out",
  "incident-closed",
  "assignment-ended",
  "signed-out",
  "lost-rights",
  "camera-gone",
]);
export type ViewEnd = z.infer<typeof ViewEnd>;

/** One person, one camera, one incident, one purpose, for a limited time. Times are the city's clock. */
export const CameraView = z.object({
  id: z.string(),
  cameraId: z.string(),
  incidentId: z.string(),
  person: z.string(),
  agencyId: z.string().nullable(),
  purpose: ViewPurpose,
  from: Ms,
  until: Ms,
  endedAt: Ms.nullable(),
  end: ViewEnd.nullable(),
});
export type CameraView = z.infer<typeof CameraView>;

/** starting: nothing came yet; live: new pictures come; frozen: none newer, or the same again; dead: the camera does not answer. */
export const PictureState = z.enum(["starting", "live", "frozen", "dead"]);
/** What the city saw of a stream that goes through it. `ageMs` is since the last new picture came, `afterMs` from when on it counts as frozen. */
export const Picture = z.object({
  state: PictureState,
  ageMs: z.number().nullable(),
  sound: z.boolean().describe("the camera sends sound too: it is never played"),
});
export type Picture = z.infer<typeof Picture>;

export const Looking = CameraView.extend({ picture: Picture, format: z.enum(["hls", "jpeg"]) });
export type Looking = z.infer<typeof Looking>;

const line = Text.max(300);
/** What the sign below the camera says (PIPA §25 (4)), by which law it stands there, and how long pictures are kept. */
export const CameraGround = z.object({
  purpose: line,
  legalBasis: line,
  place: line,
  range: line,
  hours: line,
  contact: line,
  retentionDays: z.number().int().min(1).max(365).default(30),
});
export type CameraGround = z.infer<typeof CameraGround>;

/** Where it looks: degrees from north, opening angle, how far it sees. null: nobody has measured it. */
export const CameraAim = z.object({
  bearingDeg: z.number().min(0).lt(360).nullable(),
  fovDeg: z.number().gt(0).max(360).nullable(),
  rangeM: z.number().gt(0).max(10_000).nullable(),
});
export type CameraAim = z.infer<typeof CameraAim>;

/** Where the pictures come from. Given once and never shown again. */
export const NewCameraSource = z.object({
  format: z.enum(["hls", "jpeg"]),
  url: z.url().max(2000),
  user: z.string().max(200).default(""),
  password: z.string().max(200).default(""),
});
export type NewCameraSource = z.infer<typeof NewCameraSource>;

/** A camera as the admin sees it: that there is a source, not which. */
export const CameraSetup = z.object({
  cameraId: z.string(),
  ground: CameraGround.nullable(),
  aim: CameraAim,
  source: z.object({ format: z.enum(["hls", "jpeg"]) }).nullable(),
});
export type CameraSetup = z.infer<typeof CameraSetup>;
/** `source` left out: as it was; null: none any more. */
export const CameraSetupChange = z.object({
  ground: CameraGround,
  aim: CameraAim,
  source: NewCameraSource.nullable().optional(),
});
export type CameraSetupChange = z.infer<typeof CameraSetupChange>;

/** sees: the place lies in its picture; unknown: nobody has measured where it looks; turned-away, too-far: it does not. */
export const CameraSight = z.enum(["sees", "unknown", "turned-away", "too-far"]);
export type CameraSight = z.infer<typeof CameraSight>;

/** A camera near an incident, as whoever works on it may know it. */
export const IncidentCamera = z.object({
  cameraId: z.string(),
  name: z.string(),
  metres: z.number(),
  sight: CameraSight,
  link: LinkState,
  condition: z.enum(["working", "stopped", "frozen", "tampered", "silent"]).describe("what the camera says of itself"),
  format: z.enum(["hls", "jpeg"]).nullable().describe("null: no picture is connected"),
  ground: CameraGround.nullable(),
});
export type IncidentCamera = z.infer<typeof IncidentCamera>;

export const NewCameraView = z.object({ incidentId: Id, purpose: ViewPurpose });
