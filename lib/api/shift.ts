import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { record } from "./record";

export const MUTED = "desk.mute";

export function shiftHandlers(context: ApiContext): Pick<Handlers, "muteDesk"> {
  const { store } = context;
  return {
    muteDesk: async ({ body: { minutes }, actor }) => {
      const act = { action: minutes === 0 ? "desk.unmute" : MUTED, subject: "desk", detail: { minutes } };
      await store.write((tx) => record(tx, context, actor, act));
      return { ok: true };
    },
  };
}
