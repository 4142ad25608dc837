import type { Alert } from "../../contract/alert";
import type { Prisma } from "../generated/client";

export type AlertRow = Prisma.AlertUncheckedCreateInput;

/** A freshly raised alert as it is stored. */
export function alertRow(alert: Alert): AlertRow {
  const { ruleName: _name, deviceName: _device, kind: _kind, zone: _zone, lat: _lat, lon: _lon, ...own } = alert;
  return {
    ...own,
    raisedAt: BigInt(own.raisedAt),
    recordedAt: BigInt(own.recordedAt),
    clearedAt: null,
    acknowledgedAt: null,
  };
}
