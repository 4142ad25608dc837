import { expect, it } from "vitest";
import { NewPerson } from "@/lib/contract/people";
import { makePassword } from "./password";

it("makes a password that the contract takes, another each time", () => {
  const make = () => makePassword((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>));
  expect(make()).toMatch(/^\w{4}-\w{4}-\w{4}-\w{4}$/);
  expect(NewPerson.shape.password.safeParse(make()).success).toBe(true);
  expect(new Set(Array.from({ length: 50 }, make)).size).toBe(50);
});
