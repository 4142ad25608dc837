import { BlockList, isIP } from "node:net";
import { Failure } from "../base/failure";

/**
 * How far notices go. `network`: a real city. `loopback`: this machine only, where an exercise or a demo was told so.
 * `none`: nothing leaves the house.
 */
export type Reach = "network" | "loopback" | "none";

const loopback = listOf(["127.0.0.0/8", "::1/128"]);
/**
 * Never an agency's: link-local, where clouds keep their metadata (169.254.169.254, fe80::), the metadata addresses outside of
 * it (AWS fd00:ec2::254, Alibaba 100.100.100.200), "this host" (0.0.0.0 is another name for loopback), multicast, broadcast.
 * An agency in the city's own network (10.0.0.0/8 and the like) is the usual case, and allowed.
 */
const forbidden = listOf([
  ...["0.0.0.0/8", "169.254.0.0/16", "100.100.100.200/32", "224.0.0.0/4", "240.0.0.0/4"],
  ...["::/128", "fe80::/10", "fd00:ec2::254/128", "ff00::/8"],
]);

/** Why nothing is sent to this IP address (`detail` is the reason's code), or null. IPv4 within IPv6 (::ffff:…, 64:ff9b::…) counts as what it holds. */
export function addressRefusal(address: string, reach: Reach): Failure | null {
  const ip = plain(address);
  const type = isIP(ip) === 6 ? "ipv6" : "ipv4";
  if (reach === "none") return outside(address, reach);
  if (isIP(ip) === 0 || forbidden.check(ip, type))
    return new Failure(
      "forbidden",
      `${address} is link-local, metadata or nobody's: the city does not call it.`,
      "forbidden-address",
    );
  return reach === "loopback" && !loopback.check(ip, type) ? outside(address, reach) : null;
}

/** What the address itself tells before anybody is asked for its name: its scheme, and an IP address written out. */
export function urlRefusal(url: URL, reach: Reach): Failure | null {
  if (url.protocol !== "http:" && url.protocol !== "https:")
    return new Failure("invalid", "An address begins with http:// or https://.", "forbidden-address");
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host)) return addressRefusal(host, reach);
  // to ask for a name is to leave the house
  return reach === "network" || (reach === "loopback" && host === "localhost") ? null : outside(host, reach);
}

function outside(host: string, reach: Reach): Failure {
  return new Failure(
    "forbidden",
    reach === "none"
      ? "Nothing leaves the house in a demo or an exercise."
      : `${host} is outside. A demo or an exercise calls this machine at most.`,
    "stays-in-house",
  );
}

function plain(address: string): string {
  const bare = address.replace(/%.*$/, "").toLowerCase();
  const dotted = /^(?:::ffff:|64:ff9b::)(\d+\.\d+\.\d+\.\d+)$/.exec(bare)?.[1];
  if (dotted) return dotted;
  const hex = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(bare);
  if (!hex) return bare;
  const [high, low] = [Number.parseInt(hex[1] ?? "", 16), Number.parseInt(hex[2] ?? "", 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

function listOf(ranges: readonly string[]): BlockList {
  const list = new BlockList();
  for (const range of ranges) {
    const [net = "", bits] = range.split("/");
    list.addSubnet(net, Number(bits), net.includes(":") ? "ipv6" : "ipv4");
  }
  return list;
}
