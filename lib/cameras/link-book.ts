import { createHmac } from "node:crypto";
import { type LinkKind, MOST_ADDRESSES } from "./playlist";

export type Linked = { url: string; kind: LinkKind };

/** Of one list whole, with its keys and maps, and of the one before it. */
const MOST = 3 * MOST_ADDRESSES;

/**
 * Our own names for a camera's addresses, for one view: only what its playlists named can be asked for, and the names tell nothing.
 * The same address has the same name, so that a player knows a piece again.
 */
export class LinkBook {
  private readonly links = new Map<string, Linked>();
  private readonly secret: Buffer;

  constructor(secret: Buffer) {
    this.secret = secret;
  }

  name(url: string, kind: LinkKind): string {
    const mac = createHmac("sha256", this.secret).update(`${kind}\n${url}`).digest("base64url").slice(0, 27);
    const name = `${kind[0]}-${mac}`;
    // what is named again is kept longest
    this.links.delete(name);
    this.links.set(name, { url, kind });
    if (this.links.size > MOST) this.links.delete(this.links.keys().next().value ?? "");
    return name;
  }

  find(name: string): Linked | undefined {
    return this.links.get(name);
  }
}
