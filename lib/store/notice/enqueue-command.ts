import type { Tx } from "../open";
import { big } from "../time";

/** An order to a device. `at` and `expiresAt` are the city's clock; `order` is the command without its id. */
export type NewCommand = {
  id: string;
  deviceId: string;
  subject: string;
  at: number;
  expiresAt: number | null;
  order: { kind: string; [more: string]: unknown };
};

/** Puts a command into the outbox. An older one of the same kind that has not gone yet is not worth giving any more. */
export async function enqueueCommand(tx: Tx, { id, deviceId, subject, at, expiresAt, order }: NewCommand) {
  const receiver = `device:${deviceId}`;
  const kind = `command.${order.kind}`;
  await tx.notice.deleteMany({ where: { state: "pending", receiver, kind } });
  const expiry = expiresAt === null ? null : big(expiresAt);
  const data = JSON.stringify(order);
  await tx.notice.create({ data: { id, kind, subject, data, at: big(at), receiver, expiresAt: expiry } });
}
