/** A refusal: a stable code for machines, a sentence that says what to do for people. */
export class Failure extends Error {
  readonly code: FailureCode;
  readonly detail: unknown;
  constructor(code: FailureCode, message: string, detail?: unknown) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.detail = detail;
  }
}

/** Every code that a refusal may carry, with the HTTP status it answers with. */
export const failureStatus = {
  unauthorized: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
  invalid: 422,
  "bad-request": 400,
  malformed: 400,
  "too-large": 413,
  "too-many": 429,
  busy: 503,
  "storage-unavailable": 503,
  /** Said by the client itself: no answer came. */
  unreachable: 503,
  internal: 500,
} as const;

export type FailureCode = keyof typeof failureStatus;

/** True for a Failure, also one that crossed a module boundary. */
export function isFailure(error: unknown): error is Failure {
  return error instanceof Error && error.name === "Failure" && "code" in error;
}
