import { expect, it } from "vitest";
import { Role } from "../contract/people";
import type { Permission } from "../contract/route";
import { type Actor, anonymous } from "./actor";
import { may } from "./may";

const permissions: Permission[] = [
  "public",
  "self",
  "city.read",
  "alerts.handle",
  "incidents.read",
  "incidents.handle",
  "assignments.answer",
  "metrics.read",
  "cameras.view",
  "admin",
];
const granted = (actor: Actor) => permissions.filter((p) => may(actor, p));
const person = (role: Role): Actor => ({ type: "person", id: "p", name: "P", email: "p@x", role, agencyId: null });

it("grants each role what it is written down for, and nothing else", () => {
  expect(granted(anonymous)).toEqual(["public"]);
  expect(granted(person("operator"))).toEqual([
    "public",
    "self",
    "city.read",
    "alerts.handle",
    "incidents.read",
    "incidents.handle",
    "metrics.read",
    "cameras.view",
  ]);
  expect(granted(person("police"))).toEqual(["public", "self", "incidents.read", "assignments.answer", "cameras.view"]);
  expect(granted(person("fire"))).toEqual(granted(person("police")));
  expect(granted(person("admin"))).toEqual(["public", "self", "city.read", "incidents.read", "metrics.read", "admin"]);
});

it("lets a monitor read the metrics and what is public, and nothing else", () => {
  expect(granted({ type: "monitor", id: "m", name: "M" })).toEqual(["public", "metrics.read"]);
});

it("asks a token the same question as a person", () => {
  for (const role of Role.options)
    expect(granted({ type: "token", id: "t", name: "T", role, agencyId: null })).toEqual(granted(person(role)));
});
