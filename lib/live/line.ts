import type { Message, SendOptions } from "./message";

/** As much of engine.io's connection as a line needs; what waits in it stands in `writeBuffer`, and in the WebSocket. */
export type Wire = {
  transport: { name: string; writable: boolean; socket?: { bufferedAmount: number } };
  writeBuffer: { data?: string; options: Partial<SendOptions> }[];
  write(data: string, options: SendOptions): void;
};

/**
 * The line to one screen. It is handed every message of its room until it reads too slowly; then it is `behind`, and gets
 * nothing that would wait in the city's memory. When all that waited has gone, whoever keeps the room brings it up to date.
 */
export class Line {
  /** It gets nothing for now; `reached` is the number of the last delta that it was handed. */
  behind = false;
  reached = 0;
  private readonly wire: Wire;
  private readonly most: number;
  /** Bytes put since nothing waited: at least what waits now. */
  private put = 0;

  /** `most`: bytes that may wait for it. */
  constructor(wire: Wire, most: number) {
    this.wire = wire;
    this.most = most;
  }

  /** Nothing waits here; what the operating system holds is not the city's memory. */
  get idle(): boolean {
    return this.wire.transport.writable && this.wire.writeBuffer.length === 0;
  }

  /** Bytes that wait in the city's memory for this screen. */
  get waiting(): number {
    if (this.idle) return 0;
    const { writeBuffer, transport } = this.wire;
    const queued = writeBuffer.reduce((sum, { data, options }) => sum + (options.bytes ?? data?.length ?? 0), 0);
    return queued + (transport.socket?.bufferedAmount ?? 0);
  }

  /** Hands it a message that brings it to `number`; false where it is behind from then on. */
  send(message: Message, number: number): boolean {
    const { idle } = this;
    const { bytes } = message.options;
    this.put = idle ? bytes : this.put + bytes;
    // the sum says too much where something has gone meanwhile: count only when it matters
    if (!idle && this.put > this.most) this.put = this.waiting + bytes;
    // what is wide goes all the same, where nothing waits
    this.behind = !idle && this.put > this.most;
    this.reached = number;
    this.wire.write(this.wire.transport.name === "websocket" ? "" : message.text(), message.options);
    return !this.behind;
  }
}
