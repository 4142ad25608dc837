/** How much the live end of the river keeps for screens that are away or slow. */
export type LiveLimits = {
  /** Deltas and bytes that a room remembers for those who come back. */
  logDeltas: number;
  logBytes: number;
  /** Bytes that may wait for a screen that does not read. Beyond it nothing more is put, until it has read all of it. */
  waitingBytes: number;
  /** So much is missed without looking whether a snapshot would be less, bytes. */
  littleBytes: number;
};

export const LIVE_LIMITS: LiveLimits = {
  logDeltas: 8192,
  logBytes: 8_000_000,
  waitingBytes: 256_000,
  littleBytes: 64_000,
};
