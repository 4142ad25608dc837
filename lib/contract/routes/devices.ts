import { z } from "zod";
import { Id, Slug } from "../common";
import { Device, DeviceChange, DeviceKey, NewDevice, Zone } from "../device";
import { Forecast, ForecasterInfo } from "../forecast";
import { Series } from "../reading";
import { defineRoutes } from "../route";
import { byId, ok, when } from "./parts";

/** Devices, their readings and the zones they stand in. */
export const deviceRoutes = defineRoutes({
  listDevices: {
    method: "get",
    path: "/devices",
    permission: "city.read",
    summary: "Devices with their latest values",
    query: z.object({ kind: z.string().optional(), zone: z.string().optional(), retired: z.stringbool().optional() }),
    answer: z.object({ devices: z.array(Device) }),
  },
  getDevice: {
    method: "get",
    path: "/devices/{id}",
    permission: "city.read",
    summary: "One device",
    params: byId,
    answer: Device,
  },
  addDevice: {
    method: "post",
    path: "/devices",
    permission: "admin",
    summary: "Add a device; its key is shown once",
    body: NewDevice,
    answer: DeviceKey,
  },
  changeDevice: {
    method: "patch",
    path: "/devices/{id}",
    permission: "admin",
    summary: "Rename, move or re-zone a device",
    params: byId,
    body: DeviceChange,
    answer: Device,
  },
  rotateDeviceKey: {
    method: "post",
    path: "/devices/{id}/rotate-key",
    permission: "admin",
    summary: "A new key; the old one ends at once",
    params: byId,
    answer: DeviceKey,
  },
  retireDevice: {
    method: "post",
    path: "/devices/{id}/retire",
    permission: "admin",
    summary: "Take a device out of service; its readings stay",
    params: byId,
    answer: Device,
  },
  getSeries: {
    method: "get",
    path: "/devices/{id}/streams/{stream}/readings",
    permission: "city.read",
    summary: "Readings of a stream, thinned to points that keep every peak",
    params: z.object({ id: Id, stream: Slug }),
    query: z.object({ from: when, to: when, points: z.coerce.number().int().min(1).max(5000).default(500) }),
    answer: Series,
  },
  getForecast: {
    method: "get",
    path: "/devices/{id}/streams/{stream}/forecast",
    permission: "city.read",
    summary:
      "What is expected of a level in the next six hours, as of its newest reading; null where nothing can be said",
    params: z.object({ id: Id, stream: Slug }),
    answer: z.object({ forecast: Forecast.nullable() }),
  },
  listForecasters: {
    method: "get",
    path: "/forecasters",
    permission: "city.read",
    summary: "Who forecasts, what they learnt from, and how often they were right",
    answer: z.object({ forecasters: z.array(ForecasterInfo) }),
  },
  listZones: {
    method: "get",
    path: "/zones",
    permission: "city.read",
    summary: "Zones",
    answer: z.object({ zones: z.array(Zone) }),
  },
  putZone: {
    method: "put",
    path: "/zones/{id}",
    permission: "admin",
    summary: "Add or change a zone",
    params: byId,
    body: Zone.omit({ id: true }),
    answer: Zone,
  },
  deleteZone: {
    method: "delete",
    path: "/zones/{id}",
    permission: "admin",
    summary: "Delete a zone that no device or rule names",
    params: byId,
    answer: ok,
  },
});
