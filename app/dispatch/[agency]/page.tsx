import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ConsoleBar } from "@/components/dispatch/console-bar";
import { DispatchConsole } from "@/components/dispatch/dispatch-console";
import { LiveProvider } from "@/components/live/live-provider";
import { cityClient } from "@/components/shell/city-client";
import { StaffRoom } from "@/components/shell/staff-room";
import { TopBar } from "@/components/shell/top-bar";
import type { Locale } from "@/lib/base/localized";

type Props = { params: Promise<{ agency: string }> };
const ROLES = ["police", "fire", "agency"] as const;

const idOf = async ({ params }: Props): Promise<string> => decodeURIComponent((await params).agency);

/** What its room is called: an agency that an admin has added has no word of ours. Its name is not for strangers. */
async function titleOf(id: string): Promise<string> {
  const [t, locale] = await Promise.all([getTranslations("dispatch.pageTitle"), getLocale()]);
  if (t.has(id)) return t(id);
  const known = await (await cityClient()).call("listAgencies", {}).catch(() => null);
  const agency = known?.agencies.find((it) => it.id === id);
  return agency ? t("other", { name: agency.name[locale as Locale] }) : t("none");
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: await titleOf(await idOf(props)) };
}

/** Each agency's own room: not the other's, and not the operator's, who may not answer for them. */
export default async function DispatchPage(props: Props) {
  const agency = await idOf(props);
  const [title, bar] = await Promise.all([titleOf(agency), getTranslations("dispatch")]);
  const path = `/dispatch/${encodeURIComponent(agency)}`;
  return (
    <StaffRoom path={path} roles={ROLES} agencyId={agency}>
      {(me) => (
        <LiveProvider>
          <div className="flex h-room flex-col overflow-hidden">
            <TopBar me={me} title={title} href={path}>
              <div className="hidden min-w-0 flex-1 lg:flex">
                <ConsoleBar />
              </div>
            </TopBar>
            <section aria-label={bar("bar")} className="flex border-b border-line bg-panel px-3 lg:hidden">
              <ConsoleBar />
            </section>
            <DispatchConsole agencyId={agency} title={title} />
          </div>
        </LiveProvider>
      )}
    </StaffRoom>
  );
}
