import type { Device } from "../contract/device";
import type { PastNoun } from "../contract/past";
import type { Content } from "./rooms";

/** One thing as it was told; `body` null: it is gone. */
export type Said = { noun: PastNoun; thing: string; body: string | null };

/**
 * Everything in a change that the past must know: whole things, the lines of devices, and the states of streams. Values are kept
 * as readings; health, summary and feeds are of the moment. A stream that is fresh is gone from what is told; `ailing` says of
 * which devices one is not, so that a value costs next to nothing.
 */
export function* saidIn(content: Content, ailing: (deviceId: string) => boolean): Generator<Said> {
  for (const device of content.devices ?? []) yield* deviceSaid(device);
  for (const id of content.devicesGone ?? []) yield* [gone("device", id), gone("link", id)];
  for (const [id, stream, , , state = "fresh"] of content.values ?? [])
    if (state !== "fresh" || ailing(id)) yield stateOf(id, stream, state);
  for (const [id, stream, state] of content.states ?? []) yield stateOf(id, stream, state);
  for (const { id, link } of content.links ?? []) yield said("link", id, link);
  yield* wholeSaid(content);
}

function* wholeSaid(content: Content): Generator<Said> {
  const { zones = [], agencies = [], units = [], alerts = [], incidents = [] } = content;
  for (const [noun, things] of Object.entries({
    zone: zones,
    agency: agencies,
    unit: units,
    alert: alerts,
    incident: incidents,
  }))
    for (const thing of things) yield said(noun as PastNoun, thing.id, thing);
  for (const id of content.zonesGone ?? []) yield gone("zone", id);
  if (content.warnings) yield said("warnings", "", content.warnings);
  if (content.storage) yield said("storage", "", content.storage);
}

const said = (noun: PastNoun, thing: string, it: unknown): Said => ({ noun, thing, body: JSON.stringify(it) });
const gone = (noun: PastNoun, thing: string): Said => ({ noun, thing, body: null });

function stateOf(device: string, stream: string, state: string): Said {
  return { noun: "state", thing: `${device} ${stream}`, body: state === "fresh" ? null : JSON.stringify(state) };
}

/** What changes all the time of a device is told apart from it. */
function* deviceSaid({ latest, link, lastSeenAt: _seen, status: _status, ...device }: Device): Generator<Said> {
  yield said("device", device.id, device);
  yield said("link", device.id, link);
  for (const { stream, state } of latest) yield stateOf(device.id, stream, state);
}
