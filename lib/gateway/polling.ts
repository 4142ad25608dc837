import type { IncomingMessage } from "node:http";
import type { Server } from "socket.io";
import type { Hearing } from "./hearing";

/**
 * A device that speaks by long polling has no line to hold up: its next POST waits, unread, until the device is listened to
 * again. Others pass.
 */
export function holdPolls(sockets: Server, hearing: Hearing): void {
  const devices = new Map<string, string>();
  sockets.of("/devices").on("connection", (socket) => {
    const { id } = socket.conn as unknown as { id: string };
    devices.set(id, (socket.data as { deviceId: string }).deviceId);
    socket.once("disconnect", () => devices.delete(id));
  });
  sockets.engine.use((request: IncomingMessage, _: unknown, next: () => void) => {
    const sid = request.method === "POST" ? /[?&]sid=([^&]+)/.exec(request.url ?? "")?.[1] : undefined;
    const device = sid === undefined ? undefined : devices.get(sid);
    const waitMs = device === undefined ? 0 : hearing.waitMs(device, performance.now());
    if (waitMs > 0) setTimeout(next, waitMs);
    else next();
  });
}
