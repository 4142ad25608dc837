import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ConsoleBar } from "@/components/dispatch/console-bar";
import { DispatchConsole } from "@/components/dispatch/dispatch-console";
import { LiveProvider } from "@/components/live/live-provider";
import { StaffRoom } from "@/components/shell/staff-room";
import { TopBar } from "@/components/shell/top-bar";

type Agency = "police" | "fire";
type Props = { params: Promise<{ agency: string }> };

async function agencyOf({ params }: Props): Promise<Agency> {
  const { agency } = await params;
  if (agency !== "police" && agency !== "fire") notFound();
  return agency;
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [agency, t] = await Promise.all([agencyOf(props), getTranslations("dispatch.pageTitle")]);
  return { title: t(agency) };
}

/** Each agency's own room: not the other's, and not the operator's, who may not answer for them. */
export default async function DispatchPage(props: Props) {
  const [agency, t, bar] = await Promise.all([
    agencyOf(props),
    getTranslations("dispatch.pageTitle"),
    getTranslations("dispatch"),
  ]);
  const path = `/dispatch/${agency}`;
  return (
    <StaffRoom path={path} roles={[agency]}>
      {(me) => (
        <LiveProvider>
          <div className="flex h-room flex-col overflow-hidden">
            <TopBar me={me} title={t(agency)} href={path}>
              <div className="hidden min-w-0 flex-1 lg:flex">
                <ConsoleBar />
              </div>
            </TopBar>
            <section aria-label={bar("bar")} className="flex border-b border-line bg-panel px-3 lg:hidden">
              <ConsoleBar />
            </section>
            <DispatchConsole agencyId={agency} title={t(agency)} />
          </div>
        </LiveProvider>
      )}
    </StaffRoom>
  );
}
