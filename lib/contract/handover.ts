import { z } from "zod";
import { AlertState } from "./alert";
import { Ms, Text } from "./common";
import { ResponseStep } from "./deadline";
import { Hazard, Level } from "./level";

const Standing = { id: z.string(), title: z.string(), level: Level, hazard: Hazard };

/** What stands open at one moment: what the next shift must know. */
export const ShiftState = z.object({
  incidents: z.array(
    z.object({
      ...Standing,
      /** Requests that are not over. */
      requests: z.number().int(),
      /** Steps of its procedure: done, and all. */
      done: z.number().int(),
      steps: z.number().int(),
    }),
  ),
  alerts: z.array(z.object({ ...Standing, state: AlertState, raisedAt: Ms })),
  /** Steps that an agency owes and that are over their deadline. */
  overdue: z.array(
    z.object({ incidentId: z.string(), title: z.string(), agencyId: z.string(), step: ResponseStep, dueAt: Ms }),
  ),
  /** Desks that were muted and, as far as the record knows, still are. */
  mutes: z.array(z.object({ by: z.string(), at: Ms, until: Ms })),
});
export type ShiftState = z.infer<typeof ShiftState>;

/** A shift's end: what stood open when it was written, what its operator says to the next, and who took it over. */
export const Handover = z.object({
  id: z.string(),
  at: Ms,
  by: z.string(),
  note: z.string(),
  state: ShiftState,
  takenAt: Ms.nullable(),
  takenBy: z.string().nullable(),
});
export type Handover = z.infer<typeof Handover>;

export const NewHandover = z.object({ note: Text.min(1) });
