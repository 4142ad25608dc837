const PACKET = 188;
/** Stream types of sound in a program's table (ISO/IEC 13818-1 table 2-34, and what ATSC adds). */
const SOUND_TYPES = new Set([0x03, 0x04, 0x0f, 0x11, 0x81, 0x87]);

/** Whether a piece of a stream says that it carries sound: the program's table of an MPEG transport stream, or a track of MP4. */
export function carriesSound(bytes: Buffer): boolean {
  if (bytes[0] !== 0x47) return bytes.includes("moov") && bytes.includes("soun");
  let table: number | null = null;
  for (let at = 0; at + PACKET <= bytes.length; at += PACKET) {
    const packet = bytes.subarray(at, at + PACKET);
    if (packet[0] !== 0x47 || (packet.readUInt8(1) & 0x40) === 0) continue;
    const pid = packet.readUInt16BE(1) & 0x1fff;
    const section = sectionOf(packet);
    if (pid === 0 && section.length >= 12) table = section.readUInt16BE(10) & 0x1fff;
    else if (pid === table) return typesOf(section).some((type) => SOUND_TYPES.has(type));
  }
  return false;
}

/** What follows the header, the adaptation field and the pointer. */
function sectionOf(packet: Buffer): Buffer {
  const start = packet.readUInt8(3) & 0x20 ? 5 + packet.readUInt8(4) : 4;
  return start < PACKET ? packet.subarray(start + 1 + packet.readUInt8(start)) : packet.subarray(PACKET);
}

function typesOf(section: Buffer): number[] {
  if (section.length < 12) return [];
  const end = Math.min(section.length, 3 + (section.readUInt16BE(1) & 0xfff)) - 4;
  const types: number[] = [];
  for (
    let at = 12 + (section.readUInt16BE(10) & 0xfff);
    at + 5 <= end;
    at += 5 + (section.readUInt16BE(at + 3) & 0xfff)
  )
    types.push(section.readUInt8(at));
  return types;
}
