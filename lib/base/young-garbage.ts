import { setFlagsFromString } from "node:v8";

/**
 * Nothing is made in the old space from now on. V8 does so where what a line of code made has outlived a few collections, as a
 * frame's objects do in a flood; after it each such object, dead at once, would keep all that it points to alive until the next
 * full collection (docs/decisions/042). To be called before the work begins.
 */
export function keepGarbageYoung(): void {
  setFlagsFromString("--no-allocation-site-pretenuring");
}
