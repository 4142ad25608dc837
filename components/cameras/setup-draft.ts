import { type CameraSetup, CameraSetupChange } from "@/lib/contract/camera";

/** What the sign says; each is a line of text. */
export const signFields = ["purpose", "legalBasis", "place", "range", "hours", "contact"] as const;
export const aimFields = ["bearing", "fov", "rangeM"] as const;
type Text = Record<(typeof signFields)[number] | (typeof aimFields)[number] | "retentionDays", string>;
/** A camera's setup as a form holds it. The address and its password are written once and never read back. */
export type SetupDraft = Text & {
  format: "hls" | "jpeg";
  url: string;
  user: string;
  password: string;
  disconnect: boolean;
};

export function draftOf({ ground, aim, source }: CameraSetup): SetupDraft {
  const text = (value: number | null) => (value === null ? "" : String(value));
  const { retentionDays = 30, ...sign } = ground ?? {};
  const empty = { purpose: "", legalBasis: "", place: "", range: "", hours: "", contact: "" };
  return {
    ...empty,
    ...sign,
    retentionDays: String(retentionDays),
    bearing: text(aim.bearingDeg),
    fov: text(aim.fovDeg),
    rangeM: text(aim.rangeM),
    format: source?.format ?? "hls",
    url: "",
    user: "",
    password: "",
    disconnect: false,
  };
}

/** The form as the contract takes it, or null where a field is wrong. */
export function changeOf(draft: SetupDraft): CameraSetupChange | null {
  const number = (value: string) => (value.trim() === "" ? null : Number(value));
  const { format, url, user, password } = draft;
  const source = draft.disconnect ? null : url.trim() === "" ? undefined : { format, url: url.trim(), user, password };
  const parsed = CameraSetupChange.safeParse({
    ground: { ...Object.fromEntries(signFields.map((f) => [f, draft[f]])), retentionDays: number(draft.retentionDays) },
    aim: { bearingDeg: number(draft.bearing), fovDeg: number(draft.fov), rangeM: number(draft.rangeM) },
    ...(source !== undefined && { source }),
  });
  return parsed.success ? parsed.data : null;
}
