import { Failure } from "../base/failure";
import { describeKind } from "../contract/kind";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";

type Names = "getCity" | "getPublicSummary" | "listWarnings" | "listKinds" | "getMe" | "getHealth";

export function cityHandlers({ view, kinds }: ApiContext): Pick<Handlers, Names> {
  return {
    getCity: async () => view.city(),
    getPublicSummary: async () => view.summary(),
    listWarnings: async () => view.official(),
    listKinds: async () => ({ kinds: [...kinds.values()].map(describeKind) }),
    getHealth: async () => view.health(),
    getMe: async ({ actor }) => {
      if (actor.type === "anonymous" || actor.type === "system") throw new Failure("unauthorized", "Sign in first.");
      const { id, name, role, agencyId } = actor;
      return { id, name, email: actor.type === "person" ? actor.email : "", role, agencyId };
    },
  };
}
