import { Failure } from "../base/failure";
import { Slug } from "../contract/common";
import { type Zone, ZonePurpose } from "../contract/device";
import { devicesInZone } from "../store/device/devices-in-zone";
import type { Store } from "../store/open";
import { listRules } from "../store/rule/list-rules";
import { deleteZone } from "../store/zone/delete-zone";
import { listZones } from "../store/zone/list-zones";
import { putZone } from "../store/zone/put-zone";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found, record } from "./record";

export function zoneHandlers(context: ApiContext): Pick<Handlers, "listZones" | "putZone" | "deleteZone"> {
  const { store } = context;
  return {
    listZones: async () => ({ zones: await listZones(store) }),
    putZone: async ({ params: { id }, body, actor }) => {
      const zone: Zone = { id: zoneId(id), ...body };
      checkRings(zone);
      await store.write(async (tx) => {
        await putZone(tx, zone);
        const { purpose, name } = zone;
        await record(tx, context, actor, { action: "zone.put", subject: `zone:${id}`, detail: { purpose, name } });
      });
      await context.changed({ zones: [zone] });
      return zone;
    },
    deleteZone: async ({ params: { id }, actor }) => {
      await checkUnused(store, id);
      await store.write(async (tx) => {
        if (!(await deleteZone(tx, id))) found(null, "zone", id);
        await record(tx, context, actor, { action: "zone.delete", subject: `zone:${id}` });
      });
      await context.changed({ zonesGone: [id] });
      return { ok: true };
    },
  };
}

/** A device stands in a zone that exists, or in a purpose as such. */
export async function checkDeviceZone(store: Store, zone: string): Promise<void> {
  if (ZonePurpose.safeParse(zone).success) return;
  if ((await listZones(store)).some((z) => z.id === zone)) return;
  const purposes = ZonePurpose.options.join(", ");
  throw new Failure("invalid", `There is no zone "${zone}". Add it first, or take a purpose: ${purposes}.`);
}

function zoneId(id: string): string {
  const parsed = Slug.safeParse(id);
  if (!parsed.success) throw new Failure("invalid", "A zone's id has letters, digits, dot, dash and underscore only.");
  return parsed.data;
}

function checkRings({ geometry }: Zone): void {
  for (const ring of geometry?.coordinates ?? []) {
    const [first, last] = [ring[0], ring.at(-1)];
    if (first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
      throw new Failure("invalid", "Close the ring: its last point is its first point again.");
  }
}

async function checkUnused(store: Store, id: string): Promise<void> {
  const devices = await devicesInZone(store.reader, id);
  if (devices.length > 0)
    throw new Failure(
      "conflict",
      `Devices stand in this zone: ${devices.length}, ${devices[0]} among them. Move them first.`,
      {
        devices,
      },
    );
  const rules = (await listRules(store)).filter((r) => r.scope.zone === id).map((r) => r.id);
  if (rules.length > 0)
    throw new Failure("conflict", `Rules hold in this zone: ${rules.join(", ")}. Change them first.`, { rules });
}
