/** The namespace of screens; its name stands in every packet. */
export const LIVE = "/live";

/** Socket.IO's "event", in the namespace; Engine.IO's "message" before it. */
const OPENING = `42${LIVE},`;
const TEXT_FRAME = 0x81;

/** What engine.io takes along with a packet: a WebSocket frame that is written as it is. One object for all screens. */
export type SendOptions = {
  wsPreEncodedFrame: Buffer[];
  compress: false;
  /** Bytes that it costs while it waits: without those that it shares. */
  bytes: number;
};

/** One event as it goes over the wire, made once however many screens hear it. */
export class Message {
  readonly bytes: number;
  readonly options: SendOptions;
  private readonly head: number;

  /** `parts`: the packet's text in UTF-8, in one piece or two; two where the second is shared with other messages. */
  constructor(first: Buffer, second?: Buffer) {
    const length = first.length + (second?.length ?? 0);
    const opening = header(length);
    this.head = opening.length;
    this.bytes = length + this.head;
    const begun = Buffer.concat([opening, first]);
    this.options = { wsPreEncodedFrame: second ? [begun, second] : [begun], compress: false, bytes: begun.length };
  }

  /** Engine.IO's data, for a line that takes no frames (long polling). */
  text(): string {
    return Buffer.concat(this.options.wsPreEncodedFrame)
      .subarray(this.head + 1)
      .toString();
  }
}

export function deltaMessage(delta: object): Message {
  return new Message(Buffer.from(`${OPENING}["delta",${JSON.stringify(delta)}]`));
}

/** The most of a snapshot, which all screens of a room share: everything but what `own` puts before it. */
export function sharedPart(body: object): Buffer {
  return Buffer.from(`${JSON.stringify(body).slice(1)}]`);
}

/** A snapshot of a shared part and what only this screen gets. */
export function snapshotMessage(own: object, shared: Buffer): Message {
  return new Message(Buffer.from(`${OPENING}["snapshot",${JSON.stringify(own).slice(0, -1)},`), shared);
}

/** The header of an unmasked WebSocket text frame (RFC 6455, 5.2) with so many bytes. */
function header(length: number): Buffer {
  if (length < 126) return Buffer.from([TEXT_FRAME, length]);
  const wide = length > 0xffff;
  const bytes = Buffer.alloc(wide ? 10 : 4);
  bytes[0] = TEXT_FRAME;
  bytes[1] = wide ? 127 : 126;
  if (wide) bytes.writeBigUInt64BE(BigInt(length), 2);
  else bytes.writeUInt16BE(length, 2);
  return bytes;
}
