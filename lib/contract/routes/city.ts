import { z } from "zod";
import { CityInfo, Health, PublicSummary } from "../city";
import { KindInfo } from "../kind";
import { Official } from "../official";
import { Me } from "../people";
import { River } from "../river";
import { defineRoutes } from "../route";

/** What city this is, and what anybody may know of it. */
export const cityRoutes = defineRoutes({
  getCity: {
    method: "get",
    path: "/city",
    permission: "public",
    summary: "What city this is and what time it is there",
    answer: CityInfo,
  },
  getPublicSummary: {
    method: "get",
    path: "/public/summary",
    permission: "public",
    summary: "Is there danger now, and where",
    answer: PublicSummary,
  },
  listWarnings: {
    method: "get",
    path: "/warnings",
    permission: "public",
    summary: "Official warnings of the authorities, and how well they are heard",
    answer: Official,
  },
  listKinds: {
    method: "get",
    path: "/kinds",
    permission: "public",
    summary: "The kinds of devices",
    answer: z.object({ kinds: z.array(KindInfo) }),
  },
  getMe: { method: "get", path: "/me", permission: "self", summary: "Who is signed in", answer: Me },
  getHealth: {
    method: "get",
    path: "/health",
    permission: "city.read",
    summary: "The same as /api/health",
    answer: Health,
  },
  getRiver: {
    method: "get",
    path: "/river",
    permission: "admin",
    summary: "How readings flow: rates, waits, refusals, the disk",
    answer: River,
  },
});
