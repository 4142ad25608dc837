import { z } from "zod";
import { Handover, NewHandover, ShiftState } from "../handover";
import { defineRoutes } from "../route";
import { byId, ok } from "./parts";

/** What belongs to a desk's shift, and its handing over. */
export const shiftRoutes = defineRoutes({
  muteDesk: {
    method: "post",
    path: "/desk/mute",
    permission: "alerts.handle",
    summary: "Write down that this desk is muted for some minutes, or (0) is heard again",
    body: z.object({ minutes: z.union([z.literal(0), z.literal(5), z.literal(15), z.literal(30)]) }),
    answer: ok,
  },
  getShift: {
    method: "get",
    path: "/shift",
    permission: "city.read",
    summary: "What stands open now: incidents, alerts, what is overdue, who is muted",
    answer: ShiftState,
  },
  listHandovers: {
    method: "get",
    path: "/handovers",
    permission: "city.read",
    summary: "The last handovers, newest first",
    answer: z.object({ handovers: z.array(Handover) }),
  },
  writeHandover: {
    method: "post",
    path: "/handovers",
    permission: "incidents.handle",
    summary: "Hand the shift over: a note, and what stands open at this moment",
    body: NewHandover,
    answer: Handover,
  },
  takeHandover: {
    method: "post",
    path: "/handovers/{id}/take",
    permission: "incidents.handle",
    summary: "Take a shift over, once, and not from oneself",
    params: byId,
    answer: Handover,
  },
});
