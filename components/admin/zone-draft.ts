import { type Zone, Zone as ZoneBody } from "@/lib/contract/device";
import { type FieldFaults, fieldFaults } from "./field-errors";
import { isRing, type Ring, type RingFault, ringOfText, textOfRing } from "./ring-text";

/** A zone as a form holds it; its area as the text of its outer corners. */
export type ZoneDraft = { id: string; purpose: string; nameKo: string; nameEn: string; corners: string };

export const emptyZone: ZoneDraft = { id: "", purpose: "child-protection", nameKo: "", nameEn: "", corners: "" };

export function draftOfZone({ id, purpose, name, geometry }: Zone): ZoneDraft {
  const ring = (geometry?.coordinates[0] ?? []) as Ring;
  return { id, purpose, nameKo: name.ko, nameEn: name.en, corners: textOfRing(ring) };
}

export type CheckedZone = { zone: Zone | null; faults: FieldFaults; ring: RingFault | null };

/** The zone that the form says. An outline that was not touched keeps the `was` geometry, with every digit and its holes. */
export function checkZone(draft: ZoneDraft, was?: Zone): CheckedZone {
  const untouched = was && draftOfZone(was).corners === draft.corners;
  const ring = draft.corners.trim() && !untouched ? ringOfText(draft.corners) : null;
  const fault = ring && !isRing(ring) ? ring : null;
  const drawn = ring && isRing(ring) ? { type: "Polygon" as const, coordinates: [ring] } : null;
  const body = {
    id: draft.id.trim(),
    purpose: draft.purpose,
    name: { ko: draft.nameKo.trim(), en: draft.nameEn.trim() },
    geometry: untouched ? was.geometry : drawn,
  };
  const parsed = ZoneBody.safeParse(body);
  return {
    zone: parsed.success && !fault ? parsed.data : null,
    faults: parsed.success ? {} : fieldFaults(parsed.error),
    ring: fault,
  };
}
