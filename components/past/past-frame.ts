import type { PulseBoard } from "@/components/live/pulse-board";
import type { Device } from "@/lib/contract/device";
import type { Delta } from "@/lib/contract/live";
import type { PastDelta } from "@/lib/contract/past";

/** A step of the past as a live delta: with what it does not tell anew (states, links, newest values) as the board has it. */
export function asDelta(frame: PastDelta, board: Pick<PulseBoard, "of">): Delta {
  const { values, links, devices, ...rest } = frame;
  return {
    ...rest,
    ...(values && {
      values: values.map(([id, stream, at, value]) => {
        const state = board.of(id)?.values.get(stream)?.state;
        return [id, stream, at, value, state];
      }),
    }),
    ...(links && {
      links: links.map(({ id, link }) => ({ id, link, lastSeenAt: board.of(id)?.lastSeenAt ?? null })),
    }),
    ...(devices && { devices: devices.map((device) => spoken(device, board)) }),
  };
}

function spoken(device: Device, board: Pick<PulseBoard, "of">): Device {
  const pulse = board.of(device.id);
  if (!pulse) return device;
  const { link, lastSeenAt, status, values } = pulse;
  return { ...device, link, lastSeenAt, status, latest: [...values.values()] };
}
