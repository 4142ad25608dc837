import { expect, it } from "vitest";
import { firstResponsePolicy } from "@/lib/contract/deadline";
import { responseDraftOf, responsePolicyOf } from "./response-draft";

it("gives back what it was made of, and takes an empty field for no deadline", () => {
  const draft = responseDraftOf(firstResponsePolicy);
  expect(responsePolicyOf(draft)).toEqual({ policy: firstResponsePolicy });
  draft[4].minutes.unit = " ";
  const written = responsePolicyOf(draft);
  expect("policy" in written && written.policy["4"].minutes.unit).toBeNull();
});

it("names the levels at which a step is due before the one before, or minutes are no number", () => {
  const draft = responseDraftOf(firstResponsePolicy);
  draft[4].minutes.arrived = "1";
  draft[2].minutes.received = "soon";
  draft[3].late = [...draft[3].late].reverse();
  expect(responsePolicyOf(draft)).toEqual({ faulty: [2, 3, 4] });
});
