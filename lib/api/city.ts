import { Failure } from "../base/failure";
import { describeKind } from "../contract/kind";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";

type Names = "getCity" | "getPublicSummary" | "listWarnings" | "listKinds" | "getMe" | "getHealth" | "getRiver";

export function cityHandlers({ view, kinds, river }: ApiContext): Pick<Handlers, Names> {
  return {
    getCity: async () => view.city(),
    getPublicSummary: async () => view.summary(),
    listWarnings: async () => view.official(),
    listKinds: async () => ({ kinds: [...kinds.values()].map(describeKind) }),
    getHealth: async () => view.health(),
    getRiver: async () => river(),
    getMe: async ({ actor }) => {
      if (actor.type !== "person" && actor.type !== "token") throw new Failure("unauthorized", "Sign in first.");
      const { id, name, role, agencyId } = actor;
      return { id, name, email: actor.type === "person" ? actor.email : "", role, agencyId };
    },
  };
}
