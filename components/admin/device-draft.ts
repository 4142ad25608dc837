import { type NewDevice, NewDevice as NewDeviceBody } from "@/lib/contract/device";
import { type FieldFaults, fieldFaults } from "./field-errors";
import { degrees, type PlaceDraft } from "./place-draft";

/** A device as a form holds it. */
export type DeviceDraft = PlaceDraft & { id: string; kind: string; name: string; zone: string; class: string };

export const emptyDevice: DeviceDraft = { id: "", kind: "", name: "", zone: "street", class: "0", lat: "", lon: "" };

export type CheckedDevice = { device: NewDevice; faults: null } | { device: null; faults: FieldFaults };

/** The device that the form says, checked by the contract, or each field's fault. */
export function checkDevice(draft: DeviceDraft): CheckedDevice {
  const body = { ...draft, class: degrees(draft.class), lat: degrees(draft.lat), lon: degrees(draft.lon) };
  const parsed = NewDeviceBody.safeParse({ ...body, id: draft.id.trim() });
  return parsed.success ? { device: parsed.data, faults: null } : { device: null, faults: fieldFaults(parsed.error) };
}
