import { Failure } from "../base/failure";
import type { NewCameraSource } from "../contract/camera";
import { openKey, sealKey } from "./device-key";

/** A camera's address, user and password as they are stored: sealed as a device's key is, and bound to the camera. */
export function sealCameraSource(master: Buffer, cameraId: string, source: NewCameraSource): string {
  return sealKey(master, `camera ${cameraId}`, JSON.stringify(plain(source)));
}

/** The source again. Throws where the row was changed or belongs to another camera. */
export function openCameraSource(master: Buffer, cameraId: string, cipher: string): NewCameraSource {
  return JSON.parse(openKey(master, `camera ${cameraId}`, cipher)) as NewCameraSource;
}

/** User and password out of the address, where they were written into it. Throws Failure `invalid` for what no browser plays. */
function plain(source: NewCameraSource): NewCameraSource {
  const url = new URL(source.url);
  if (url.protocol !== "http:" && url.protocol !== "https:")
    throw new Failure(
      "invalid",
      "Give an address of HLS or of a JPEG that begins with http:// or https://. RTSP is played by no browser: put a restreamer before the camera.",
    );
  const user = source.user || decodeURIComponent(url.username);
  const password = source.password || decodeURIComponent(url.password);
  url.username = "";
  url.password = "";
  return { format: source.format, url: url.href, user, password };
}
