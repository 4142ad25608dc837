import { closeSync, ftruncateSync, openSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { appendDurably, syncFolder } from "./files";
import { decodeEntries, type Entry, encodeEntry } from "./record";

/** One file of the journal; `base` is the place of its first reading, and its name. */
type Segment = { base: number; bytes: number };

const NAME = /^(\d{16})\.log$/;

/** The journal's files: the last is written to, the first is the next to be sent and then to go. */
export class Segments {
  private readonly list: Segment[];
  private readonly dir: string;
  private fd: number | null = null;

  constructor(dir: string) {
    this.dir = dir;
    const names = readdirSync(dir).filter((name) => NAME.test(name));
    this.list = names
      .sort()
      .map((name) => ({ base: Number.parseInt(name, 10), bytes: statSync(join(dir, name)).size }));
  }

  get bytes(): number {
    return this.list.reduce((sum, segment) => sum + segment.bytes, 0);
  }

  /** Place of the oldest reading that is kept, and of the oldest behind its file; undefined where there is none. */
  get base(): number | undefined {
    return this.list[0]?.base;
  }
  get nextBase(): number | undefined {
    return this.list[1]?.base;
  }

  /** Cuts what a power cut left of the last line; gives the place behind the last reading, or null. */
  recover(): number | null {
    const last = this.list.at(-1);
    if (!last) return null;
    const { entries, good } = decodeEntries(readFileSync(this.path(last)));
    if (good < last.bytes) ftruncateSync(this.open(last), good);
    last.bytes = good;
    return (entries.at(-1)?.place ?? last.base - 1) + 1;
  }

  first(): Entry[] {
    const [first] = this.list;
    return first ? decodeEntries(readFileSync(this.path(first))).entries : [];
  }

  /** Writes to the last file, or begins the next one where that holds `mostBytes` already. Throws what the disk says. */
  append(entries: readonly Entry[], mostBytes: number): void {
    let last = this.list.at(-1);
    if (!last || last.bytes >= mostBytes) last = this.begin(entries[0]?.place ?? 0);
    last.bytes = appendDurably(this.open(last), last.bytes, entries.map(encodeEntry).join(""));
  }

  dropFirst(): void {
    const first = this.list.shift();
    if (!first) return;
    if (this.list.length === 0) this.close();
    rmSync(this.path(first), { force: true });
  }

  close(): void {
    if (this.fd !== null) closeSync(this.fd);
    this.fd = null;
  }

  private begin(base: number): Segment {
    this.close();
    const segment = { base, bytes: 0 };
    this.fd = openSync(this.path(segment), "w", 0o600);
    this.list.push(segment);
    syncFolder(this.dir);
    return segment;
  }

  private open(last: Segment): number {
    this.fd ??= openSync(this.path(last), "r+");
    return this.fd;
  }

  private path({ base }: Segment): string {
    return join(this.dir, `${String(base).padStart(16, "0")}.log`);
  }
}
