import fc from "fast-check";
import { expect, it } from "vitest";
import { carriesSound } from "./sound";

const packet = (pid: number, section: number[]) =>
  Buffer.concat([Buffer.from([0x47, 0x40 | (pid >> 8), pid & 255, 0x10, 0, ...section]), Buffer.alloc(188, 0xff)], 188);
const programs = packet(0, [0, 0xb0, 13, 0, 1, 0xc1, 0, 0, 0, 1, 0xf0, 0x00, 0, 0, 0, 0]);
const table = (types: number[]) =>
  packet(0x1000, [
    ...[2, 0xb0, 13 + 5 * types.length, 0, 1, 0xc1, 0, 0, 0xe1, 0, 0xf0, 0],
    ...types.flatMap((type, i) => [type, 0xe1, i, 0xf0, 0]),
    ...[0, 0, 0, 0],
  ]);

it("hears of sound by the program's table, or by a track of MP4", () => {
  expect(carriesSound(Buffer.concat([programs, table([0x1b])]))).toBe(false);
  expect(carriesSound(Buffer.concat([programs, table([0x1b, 0x0f])]))).toBe(true);
  expect(carriesSound(Buffer.from("....ftyp....moov....hdlr....vide"))).toBe(false);
  expect(carriesSound(Buffer.from("....ftyp....moov....hdlr....soun"))).toBe(true);
});

it("stumbles over nothing that a camera may send", () => {
  const bytes = fc.uint8Array({ minLength: 188, maxLength: 600 }).map((b) => Buffer.from(b).fill(0x47, 0, 1));
  fc.assert(
    fc.property(bytes, (b) => typeof carriesSound(b) === "boolean"),
    { numRuns: 100 },
  );
  fc.assert(
    fc.property(
      fc.uint8Array({ maxLength: 183 }),
      (b) => typeof carriesSound(Buffer.concat([programs, packet(0x1000, [...b])])) === "boolean",
    ),
    { numRuns: 100 },
  );
});
