import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressRefusal, urlRefusal } from "./address";

const refused = (address: string) => addressRefusal(address, "network") !== null;

describe("a real city", () => {
  test.each([
    ["169.254.169.254", "0.0.0.0", "100.100.100.200", "224.0.0.1", "255.255.255.255"],
    ["::", "fe80::1", "fe80::1%eth0", "fd00:ec2::254", "ff02::1"],
    ["::ffff:169.254.169.254", "::ffff:a9fe:a9fe", "64:ff9b::a9fe:a9fe", "::FFFF:0.0.0.0"],
    ["not an address", ""],
  ])("sends nothing to %s, %s, %s, %s …", (...addresses) => {
    for (const address of addresses) expect([address, refused(address)]).toEqual([address, true]);
  });

  test("sends to the internet, to the city's own network and to this machine", () => {
    for (const address of ["1.1.1.1", "10.1.2.3", "192.168.0.4", "172.16.0.1", "127.0.0.1", "::1", "2001:db8::1"])
      expect([address, refused(address)]).toEqual([address, false]);
  });

  test("knows an IPv4 address in whatever way IPv6 writes it", () => {
    fc.assert(
      fc.property(fc.ipV4(), (ip) => {
        const [a = 0, b = 0, c = 0, d = 0] = ip.split(".").map(Number);
        const hex = `::ffff:${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
        expect([refused(`::ffff:${ip}`), refused(hex)]).toEqual([refused(ip), refused(ip)]);
      }),
    );
  });
});

test("nothing leaves the house where it may not, and no name is asked for outside", () => {
  fc.assert(fc.property(fc.oneof(fc.ipV4(), fc.ipV6()), (ip) => addressRefusal(ip, "none") !== null));
  const outside = (reach: "loopback" | "none", url: string) => urlRefusal(new URL(url), reach)?.code;
  expect(outside("none", "http://localhost/")).toBe("forbidden");
  expect(outside("loopback", "http://localhost:80/")).toBeUndefined();
  expect(outside("loopback", "http://127.0.0.2/")).toBeUndefined();
  expect(outside("loopback", "http://[::1]/")).toBeUndefined();
  expect(outside("loopback", "https://agency.example/")).toBe("forbidden");
  expect(outside("loopback", "http://10.0.0.1/")).toBe("forbidden");
});

test("an address is http or https, and tricks of writing do not help", () => {
  const code = (url: string) => urlRefusal(new URL(url), "network")?.code;
  expect(code("ftp://agency.example/")).toBe("invalid");
  expect(code("file:///etc/passwd")).toBe("invalid");
  // the URL parser turns all of these into 169.254.169.254
  for (const host of ["2852039166", "0xa9fea9fe", "0251.0376.0251.0376", "169.254.43518", "[::ffff:169.254.169.254]"])
    expect([host, code(`http://${host}/latest`)]).toEqual([host, "forbidden"]);
  expect(code("https://agency.example/hook")).toBeUndefined();
});
