import { Failure } from "../base/failure";
import { PrivacyContact } from "../contract/privacy";
import { type After, listViewEntries } from "../store/camera-view/list-view-entries";
import { monthTotals, viewMonths } from "../store/camera-view/view-totals";
import { PRIVACY_CONTACT, putSetting, readSetting } from "../store/setting/settings";
import type { Asked, Handlers } from "./asked";
import type { ApiContext } from "./context";
import { record } from "./record";

type Names =
  | "getTransparency"
  | "listCameraViews"
  | "listViewMonths"
  | "getViewTotals"
  | "getPrivacyContact"
  | "putPrivacyContact";

const MOST_MONTHS = 120;
const MOST_KEYS = 200;

export function privacyHandlers(context: ApiContext): Pick<Handlers, Names> {
  const { reader } = context.store;
  return {
    getTransparency: () => context.view.transparency(),
    listCameraViews: (asked) => list(context, asked),
    listViewMonths: async () => ({ months: await viewMonths(reader, MOST_MONTHS) }),
    getViewTotals: async ({ params: { month, side } }) => {
      const totals = await monthTotals(reader, month, side, MOST_KEYS + 1);
      return { totals: totals.slice(0, MOST_KEYS), more: totals.length > MOST_KEYS };
    },
    getPrivacyContact: async () => {
      const said = await readSetting(context.store, PRIVACY_CONTACT);
      return { contact: said === null ? null : PrivacyContact.parse(JSON.parse(said)) };
    },
    putPrivacyContact: (asked) => putContact(context, asked),
  };
}

async function list({ store }: ApiContext, { query: { next, limit, ...query } }: Asked<"listCameraViews">) {
  const views = await listViewEntries(store.reader, query, limit + 1, next === undefined ? undefined : afterOf(next));
  const last = views[limit - 1];
  return { views: views.slice(0, limit), next: views.length > limit && last ? `${last.at}.${last.id}` : null };
}

function afterOf(next: string): After {
  const [at, id] = next.split(".").map(Number);
  if (!Number.isSafeInteger(at) || !Number.isSafeInteger(id))
    throw new Failure("invalid", "`next` is none of this city's. Take it from the page before.");
  return { at, id } as After;
}

async function putContact(context: ApiContext, { body, actor }: Asked<"putPrivacyContact">) {
  await context.store.write(async (tx) => {
    await putSetting(tx, PRIVACY_CONTACT, JSON.stringify(body));
    await record(tx, context, actor, { action: "privacy.contact", subject: "city", detail: body });
  });
  return { contact: body };
}
