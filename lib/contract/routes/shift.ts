import { z } from "zod";
import { defineRoutes } from "../route";
import { ok } from "./parts";

/** What belongs to a desk's shift. */
export const shiftRoutes = defineRoutes({
  muteDesk: {
    method: "post",
    path: "/desk/mute",
    permission: "alerts.handle",
    summary: "Write down that this desk is muted for some minutes, or (0) is heard again",
    body: z.object({ minutes: z.union([z.literal(0), z.literal(5), z.literal(15), z.literal(30)]) }),
    answer: ok,
  },
});
