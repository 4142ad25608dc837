import { isFailure } from "../../lib/base/failure";
import { type Client, createClient } from "../../lib/client/client";
import type { AssignmentStep } from "../../lib/contract/incident";

/** What the city has acknowledged to the people at the desk and at the agency: all of it must be there afterwards. */
export type Acknowledgements = {
  incidents: Set<string>;
  closed: Set<string>;
  /** Assignment → agency. */
  requests: Map<string, string>;
  /** `assignment kind` as the outbox names it. */
  steps: Set<string>;
};
export type Tokens = { operator: string; road: string };

const STEPS: [AssignmentStep, kind: string][] = [
  ["accept", "accepted"],
  ["en-route", "en_route"],
  ["arrive", "arrived"],
  ["clear", "cleared"],
];
/** As in life: somebody was faster, or the city asks for time. */
const BUSY = new Set(["conflict", "busy", "too-many"]);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Somebody at the desk who opens incidents and asks agencies to go, and the agency's programs that answer, all along. */
export class Desk {
  readonly known: Acknowledgements = { incidents: new Set(), closed: new Set(), requests: new Map(), steps: new Set() };
  /** Calls of which nobody knows whether they were done. */
  unanswered = 0;
  faults: string[] = [];
  private running = true;
  private paused = false;
  private readonly operator: Client;
  private readonly road: Client;
  private readonly hands: Promise<void>[];

  constructor(url: string, tokens: Tokens, hands: number) {
    this.operator = createClient(url, { headers: { authorization: `Bearer ${tokens.operator}` } });
    this.road = createClient(url, { headers: { authorization: `Bearer ${tokens.road}` } });
    this.hands = Array.from({ length: hands }, () => this.work());
  }

  pause(): void {
    this.paused = true;
  }
  goOn(): void {
    this.paused = false;
  }

  async finish(): Promise<void> {
    this.running = false;
    await Promise.all(this.hands);
  }

  private async work(): Promise<void> {
    while (this.running) {
      await sleep(this.paused ? 20 : 120);
      if (this.paused) continue;
      await this.respond().catch((error: unknown) => this.failed(error));
    }
  }

  private failed(error: unknown): void {
    // a line that breaks in the middle of an answer is no Failure
    if (!isFailure(error) || error.code === "unreachable") this.unanswered++;
    else if (!BUSY.has(error.code)) this.faults.push(`${error.code}: ${error.message}`);
  }

  /** One alert, from the incident to its end. */
  private async respond(): Promise<void> {
    const { operator, known } = this;
    const { alerts } = await operator.call("listAlerts", { query: { state: "raised", limit: 100 } });
    const free = alerts.filter((a) => a.incidentId === null);
    const alert = free[Math.floor(Math.random() * free.length)];
    if (!alert) return;
    const incident = await operator.call("openIncident", { body: { alertIds: [alert.id] } });
    known.incidents.add(incident.id);
    const params = { id: incident.id };
    for (const agencyId of ["police", "road"]) {
      const asked = await operator.call("requestAssignment", { params, body: { agencyId } });
      known.requests.set(asked.id, agencyId);
      if (agencyId === "police")
        await operator.call("cancelAssignment", { params: { id: asked.id }, body: { reason: "test" } });
      else await this.answer(asked.id);
    }
    await operator.call("closeIncident", { params, body: { cause: "test" } });
    known.closed.add(incident.id);
  }

  private async answer(id: string): Promise<void> {
    for (const [step, kind] of STEPS) {
      await this.road.call("stepAssignment", { params: { id, step }, body: {} });
      this.known.steps.add(`${id} assignment.${kind}`);
    }
  }
}
