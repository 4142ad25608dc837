import { z } from "zod";
import type { Failure } from "@/lib/base/failure";

/** What is wrong with a field: the key of a sentence in messages `admin.fault`, and the values it names. */
export type FieldFault = { key: FaultKey; values: Record<string, string | number> };

export type FaultKey =
  | "required"
  | "number"
  | "whole"
  | "choose"
  | "tooShort"
  | "tooLong"
  | "tooSmall"
  | "notAbove"
  | "tooBig"
  | "date"
  | "email"
  | "slug"
  | "scope"
  | "stream"
  | "clearSide"
  | "stepsRise"
  | "conditionCount"
  | "hours"
  | "typeExactly"
  | "unknown"
  | "webAddress"
  | "oneAtLeast"
  | "wrong";

/** Fields by their path ("scope", "name.ko"), each with its first fault. */
export type FieldFaults = Record<string, FieldFault>;

/** Zod's issues as sentences of our own, so that both languages have them. */
export function fieldFaults(error: z.ZodError): FieldFaults {
  const faults: FieldFaults = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    faults[path] ??= faultOf(issue, path);
  }
  return faults;
}

const ToldFields = z.object({ fields: z.array(z.object({ path: z.string() })) });

/** The fields that the city itself refused, below `prefix`: it knows of no such kind, zone, device or stream, or they do not fit. */
export function faultsOfFailure(failure: Failure | null, prefix: string): FieldFaults {
  const told = ToldFields.safeParse(failure?.detail).data?.fields ?? [];
  return Object.fromEntries(told.map(({ path }) => [path.replace(prefix, ""), { key: "unknown", values: {} }]));
}

type Issue = z.ZodError["issues"][number];

/** What the contract asks beyond types and limits, by the last part of the path. */
const customKeys: Record<string, FaultKey> = {
  scope: "scope",
  stream: "stream",
  clear: "clearSide",
  steps: "stepsRise",
  raise: "conditionCount",
  to: "hours",
};

function faultOf(issue: Issue, path: string): FieldFault {
  switch (issue.code) {
    case "too_small":
      return tooSmall(Number(issue.minimum), issue.origin, issue.inclusive);
    case "too_big":
      return { key: issue.origin === "string" ? "tooLong" : "tooBig", values: { limit: Number(issue.maximum) } };
    case "invalid_format":
      return {
        key: ({ date: "date", email: "email", regex: "slug" } as const)[issue.format as "date"] ?? "wrong",
        values: {},
      };
    case "invalid_type":
      return {
        key: ({ number: "number", int: "whole" } as const)[issue.expected as "number"] ?? "required",
        values: {},
      };
    case "custom":
      return { key: customKeys[path.split(".").at(-1) ?? ""] ?? "wrong", values: {} };
    default:
      return { key: "choose", values: {} };
  }
}

function tooSmall(limit: number, origin: string, inclusive = true): FieldFault {
  if (origin !== "string") return { key: inclusive ? "tooSmall" : "notAbove", values: { limit } };
  return limit <= 1 ? { key: "required", values: {} } : { key: "tooShort", values: { limit } };
}
