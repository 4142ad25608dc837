import { distanceM, headingDeg, type Place } from "../base/geo";
import type { CameraAim, CameraSight, IncidentCamera } from "../contract/camera";

/** A camera further from the place is not offered. Not of any standard: a street's length, for an admin to overrule by `rangeM`. */
export const OFFERED_WITHIN_M = 1500;
/** How far a camera is taken to see where nobody has said. Unverified. */
const SEES_M = 150;

/** Whether a camera has the place in its picture, by where it stands and how it was measured to look. */
export function sightOf(camera: Place, aim: CameraAim, place: Place): { metres: number; sight: CameraSight } {
  const metres = Math.round(distanceM(camera, place));
  if (metres > (aim.rangeM ?? SEES_M)) return { metres, sight: "too-far" };
  if (aim.fovDeg !== null && aim.fovDeg >= 360) return { metres, sight: "sees" };
  if (aim.bearingDeg === null || aim.fovDeg === null) return { metres, sight: "unknown" };
  const off = Math.abs(((headingDeg(camera, place) - aim.bearingDeg + 540) % 360) - 180);
  // right below the camera the direction says nothing
  return { metres, sight: off <= aim.fovDeg / 2 || metres < 5 ? "sees" : "turned-away" };
}

const sights: Record<CameraSight, number> = { sees: 0, unknown: 1, "turned-away": 2, "too-far": 3 };

/** First those that can show something now, then by what they see of the place, then by distance. */
export function rankCameras<T extends Pick<IncidentCamera, "cameraId" | "metres" | "sight" | "condition" | "format">>(
  cameras: readonly T[],
): T[] {
  const able = (c: T) => (c.format !== null && c.condition === "working" ? 0 : c.format !== null ? 1 : 2);
  const key = (c: T) => [able(c) === 2 ? 1 : 0, sights[c.sight], able(c), c.metres] as const;
  return [...cameras].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    const at = x.findIndex((value, i) => value !== y[i]);
    return at < 0 ? a.cameraId.localeCompare(b.cameraId) : (x[at] ?? 0) - (y[at] ?? 0);
  });
}
