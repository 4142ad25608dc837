import type { Picture } from "../contract/camera";

/** A stream that nobody has asked for that long is looked at anew: how old its picture is, is not known. */
const FORGOTTEN_MS = 15_000;
/** Without an answer for that long it counts as dead. */
const DEAD_MS = 5000;
/** A picture that comes by itself (JPEG) is the same again for that long: frozen. */
export const SAME_JPEG_MS = 8000;
const KEPT_HASHES = 24;

/**
 * Whether what comes from one camera is new, from what goes through the proxy: its list goes on, and no two pieces are the same to the
 * byte. The first sight says nothing about age: live is what was seen to change. Times are of the steady clock, ms.
 */
export class PictureWatch {
  private mark: string | null = null;
  private changedAt: number | null = null;
  private began: number | null = null;
  private askedAt = Number.NEGATIVE_INFINITY;
  private okAt = Number.NEGATIVE_INFINITY;
  private failedAt: number | null = null;
  private frozenAfterMs = SAME_JPEG_MS;
  private sound = false;
  private sameAgain = false;
  private hashes = new Map<string, string>();

  /** Somebody asks the camera for something. */
  asked(now: number): void {
    if (now - this.askedAt > FORGOTTEN_MS) this.forget(now);
    this.askedAt = now;
  }

  /** The list of pieces, or a picture, as it is now; `mark` changes with each new picture. */
  seen(mark: string, now: number, frozenAfterMs: number): void {
    this.answered(now);
    this.frozenAfterMs = frozenAfterMs;
    if (mark === this.mark) return;
    if (this.mark !== null && !this.sameAgain) this.changedAt = now;
    this.mark = mark;
  }

  /** A piece of the stream: one that equals the piece before to the byte is no new picture, whatever the list says. */
  piece(address: string, hash: string, now: number): void {
    this.answered(now);
    if (this.hashes.has(address)) return;
    const before = [...this.hashes.values()].at(-1);
    this.sameAgain = before === hash;
    this.hashes.set(address, hash);
    if (this.hashes.size > KEPT_HASHES) this.hashes.delete(this.hashes.keys().next().value ?? "");
  }

  answered(now: number): void {
    this.okAt = now;
    this.failedAt = null;
  }

  failed(now: number): void {
    this.failedAt ??= now;
  }

  hears(): void {
    this.sound = true;
  }

  state(now: number): Picture {
    const { sound } = this;
    const since = this.changedAt ?? this.began ?? now;
    const ageMs = this.changedAt === null ? null : Math.round(now - this.changedAt);
    if (this.failedAt !== null && now - Math.max(this.failedAt, this.okAt) > DEAD_MS)
      return { state: "dead", ageMs, sound };
    if (now - since > this.frozenAfterMs) return { state: this.mark === null ? "dead" : "frozen", ageMs, sound };
    return { state: this.changedAt === null ? "starting" : "live", ageMs, sound };
  }

  private forget(now: number): void {
    this.mark = null;
    this.changedAt = null;
    this.began = now;
    this.failedAt = null;
    this.sameAgain = false;
    this.hashes = new Map();
  }
}
