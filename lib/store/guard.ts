import { isFailure } from "../base/failure";
import type { Storage, StorageState } from "../contract/storage";
import { type Look, reserveBytes } from "./look";
import { LASTING, refusalFor, type Trouble, troubleOf } from "./trouble";

export type GuardParts = {
  /** The city's clock, UTC ms. */
  now(): number;
  look(): Promise<Look>;
  /** False where the database must not even be read (lib/store/look: mayTouch). */
  mayTouch(): boolean;
  /** Writes about as much as a commit does, and takes it away again; throws what the database says. */
  probe(): Promise<void>;
};

/**
 * Knows whether the city can store, and says so to whoever asks for a write. Trouble begins with a write that fails or with
 * what a look at the disk shows; it ends with a probe that is written, never with the next reading: a disk that has room for
 * a small row has not yet room for a commit.
 */
export class StorageGuard {
  private state: StorageState = "ok";
  private since: number | null = null;
  private doubt = false;
  /** What the last look saw; null before the first. */
  seen: Look | null = null;
  /** The last commit failed for a reason that is not the disk's. */
  faulty = false;
  private readonly listeners: ((storage: Storage) => void)[] = [];
  private readonly parts: GuardParts;

  constructor(parts: GuardParts) {
    this.parts = parts;
  }

  /** Is told when storing ends or begins again. */
  listen(listener: (storage: Storage) => void): void {
    this.listeners.push(listener);
  }

  get storage(): Storage {
    return { state: this.state, since: this.since };
  }

  /** Throws Failure `storage-unavailable` while nothing can be stored. */
  admit(): void {
    if (this.state !== "ok") throw refusalFor(this.state);
  }

  /** A person's write: tried also in trouble, since a small one may still find room; not on what is damaged. */
  async act<T>(work: () => Promise<T>): Promise<T> {
    if (LASTING.has(this.state)) this.admit();
    return this.touching(work).catch((error: unknown) => {
      throw this.judge(error);
    });
  }

  /** The readings' write: not tried in trouble. */
  async commit<T>(work: () => Promise<T>): Promise<T> {
    this.admit();
    try {
      const done = await this.touching(work);
      this.faulty = false;
      return done;
    } catch (error) {
      this.faulty = true;
      throw this.judge(error);
    }
  }

  /** The history's own small writes, which wait for nobody: another program that writes is no trouble to them. */
  async step<T>(work: () => Promise<T>): Promise<T> {
    this.admit();
    return this.touching(work).catch((error: unknown) => {
      throw troubleOf(error) === "locked" ? error : this.judge(error);
    });
  }

  async read<T>(work: () => Promise<T>): Promise<T> {
    return this.touching(work).catch((error: unknown) => {
      throw this.judgeRead(error);
    });
  }

  /** What a failed read is answered with: what it finds damaged is damaged for writers too. */
  judgeRead(error: unknown): unknown {
    const trouble = troubleOf(error);
    return trouble === "corrupt" || trouble === "failing" ? this.judge(error) : error;
  }

  /** Once a second: looks at the disk, and tries whether it is well again. */
  async tend(): Promise<void> {
    const before = this.seen;
    this.seen = await this.parts.look();
    if (LASTING.has(this.state)) return;
    const { inPlace, writable, freeBytes } = this.seen;
    const reserve = reserveBytes(this.seen);
    if (!inPlace) return this.fail("moved");
    if (!this.parts.mayTouch()) return this.fail("read-only");
    if (freeBytes < reserve) return this.fail("full");
    if (this.state === "full" && freeBytes < 2 * reserve) return;
    const shut = !writable && before?.writable !== false;
    if (this.state === "ok" && !shut && !this.doubt) return;
    await this.parts.probe().then(
      () => this.recover(),
      (error: unknown) => this.fail(this.named(troubleOf(error) ?? "failing")),
    );
  }

  /** Nothing can be stored from now on, for this reason. */
  fail(trouble: Trouble): void {
    this.doubt = true;
    if (this.state === trouble || LASTING.has(this.state)) return;
    this.state = trouble;
    this.since ??= this.parts.now();
    for (const tell of this.listeners) tell(this.storage);
  }

  private async touching<T>(work: () => Promise<T>): Promise<T> {
    if (this.parts.mayTouch()) return work();
    this.fail("read-only");
    throw refusalFor("read-only");
  }

  private recover(): void {
    this.doubt = false;
    if (this.state === "ok") return;
    this.state = "ok";
    this.since = null;
    for (const tell of this.listeners) tell(this.storage);
  }

  /** What a failed write is answered with; where it was the disk, the city knows from now on. */
  private judge(error: unknown): unknown {
    if (isFailure(error)) return error;
    const trouble = troubleOf(error);
    if (!trouble) {
      // a rollback may fail because SQLite has rolled back already, and hide why: the next look tries
      this.doubt = true;
      return error;
    }
    const named = this.named(trouble);
    this.fail(named);
    return refusalFor(named);
  }

  /** A disk that refuses a write does not say why: where a look has shown that it may only be read, that is it. */
  private named(trouble: Trouble): Trouble {
    return trouble === "failing" && this.seen?.writable === false ? "read-only" : trouble;
  }
}
