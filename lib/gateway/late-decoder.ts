import { Decoder, Encoder, type Packet, PacketType, protocol } from "socket.io-parser";

/** A frame of readings whose JSON is still text: nobody has paid for parsing it. */
export class LateFrame {
  private readonly text: string;
  private readonly start: number;

  constructor(text: string, start: number) {
    this.text = text;
    this.start = start;
  }

  get bytes(): number {
    return this.text.length;
  }

  /** What the device sent beside the event's name. Throws where it is no JSON. */
  json(): unknown {
    return (JSON.parse(this.text.slice(this.start)) as unknown[])[1];
  }
}

/** Nothing else that is sent to the city is longer, bytes. */
export const MOST_OTHER = 100_000;
const READINGS = /^2\/devices,(\d{0,15})(?=\s*\[\s*"readings"\s*,)/;

/** socket.io's own decoder, but that it leaves the readings of a device as they are, for the gateway to open or to refuse unread. */
class LateDecoder extends Decoder {
  override add(data: unknown): void {
    const packet = typeof data === "string" ? lateReadings(data) : null;
    if (packet) this.emitReserved("decoded", packet);
    else if (lengthOf(data) > MOST_OTHER) throw new Error("a packet that is no frame of readings is too long");
    else super.add(data);
  }
}

function lengthOf(data: unknown): number {
  return (data as { length?: number } | null)?.length ?? 0;
}

function lateReadings(text: string): Packet | null {
  const head = READINGS.exec(text);
  if (!head) return null;
  const frame = new LateFrame(text, head[0].length);
  return {
    type: PacketType.EVENT,
    nsp: "/devices",
    data: ["readings", frame],
    ...(head[1] && { id: Number(head[1]) }),
  };
}

/** For the option `parser` of socket.io's server. */
export const lateParser = { protocol, PacketType, Encoder, Decoder: LateDecoder };
