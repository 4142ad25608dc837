import {
  type CircuitBreakerPolicy,
  CircuitState,
  ConsecutiveBreaker,
  circuitBreaker,
  ExponentialBackoff,
  handleType,
} from "cockatiel";
import type { Circuit } from "../contract/notice";
import { Unreachable } from "./retry";

const FAILURES = 5;
const OPEN_MS = { initialDelay: 5_000, maxDelay: 60_000 };

/**
 * The circuit of one receiver: after 5 tries in a row to which nobody answered it opens, and lets one try through after 5 s
 * to 60 s. A receiver that is there and says no keeps it closed.
 */
export function createCircuit(): CircuitBreakerPolicy {
  return circuitBreaker(handleType(Unreachable), {
    halfOpenAfter: new ExponentialBackoff(OPEN_MS),
    breaker: new ConsecutiveBreaker(FAILURES),
  });
}

export function circuitWord({ state }: CircuitBreakerPolicy): Circuit {
  if (state === CircuitState.Closed) return "closed";
  return state === CircuitState.HalfOpen ? "half-open" : "open";
}
