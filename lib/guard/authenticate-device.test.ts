import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { authenticateDevice } from "./authenticate-device";
import { deviceMac, newDeviceKey, openKey, sealKey, serverProof } from "./device-key";
import { HANDSHAKE_WINDOW_MS, NonceBook } from "./nonce-book";

const START = 1_800_000_000_000;
const master = randomBytes(32);
const key = newDeviceKey();
const sealed = sealKey(master, "jamsu", key);

function gate(now = START + 1000) {
  let passed = 0;
  const nonces = new NonceBook({ now: () => now, steady: () => passed });
  passed = now - START;
  const parts = {
    master,
    nonces,
    keyCipher: (id: string) => (id === "jamsu" ? sealed : undefined),
    wallNow: () => now,
  };
  return (auth: unknown) => authenticateDevice(auth, parts);
}
const signed = (ts: number | string, nonce: string, by = key) => ({
  deviceId: "jamsu",
  ts,
  nonce,
  mac: deviceMac(by, "jamsu", ts, nonce),
});

describe("a device's handshake", () => {
  it("takes the key, or a mac once, and proves the city back", () => {
    const enter = gate();
    expect(enter({ deviceId: "jamsu", key })).toEqual({ deviceId: "jamsu", proof: null });
    expect(enter(signed(START + 500, "nonce-01"))).toEqual({ deviceId: "jamsu", proof: serverProof(key, "nonce-01") });
    expect(() => enter(signed(START + 500, "nonce-01"))).toThrow(/nonce was used/);
    expect(enter(signed(new Date(START + 700).toISOString(), "nonce-02")).deviceId).toBe("jamsu");
  });

  it("refuses a wrong key, a wrong mac, an unknown device, rubbish, all with the same code", () => {
    const enter = gate();
    const bad = [
      { deviceId: "jamsu", key: newDeviceKey() },
      { deviceId: "other", key },
      signed(START, "nonce-03", "wrong"),
      {},
      null,
      "x",
    ];
    for (const auth of bad) expect(() => enter(auth)).toThrow(expect.objectContaining({ code: "unauthorized" }));
  });

  it("refuses a time before this start or more than five minutes off", () => {
    expect(() => gate()(signed(START - 1, "nonce-04"))).toThrow();
    const late = gate(START + HANDSHAKE_WINDOW_MS + 2);
    expect(() => late(signed(START + 1, "nonce-05"))).toThrow();
    expect(late(signed(START + 2, "nonce-06")).deviceId).toBe("jamsu");
    expect(() => gate()(signed(Number.NaN, "nonce-07"))).toThrow();
  });
});

it("opens a sealed key for its own device only", () => {
  expect(openKey(master, "jamsu", sealed)).toBe(key);
  expect(() => openKey(master, "other", sealed)).toThrow();
  expect(() => openKey(randomBytes(32), "jamsu", sealed)).toThrow();
});
