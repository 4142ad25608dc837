import { forbidden } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SideNav } from "@/components/admin/side-nav";
import { LiveProvider } from "@/components/live/live-provider";
import { StorageBar } from "@/components/panels/signs/storage-bar";
import { currentPerson } from "@/components/shell/city-client";
import { TopBar } from "@/components/shell/top-bar";
import { Operable } from "@/components/ui/operable";

/** The frame of the administration. Signed out it is left away: each page then leads to the sign-in and back to itself. */
export default async function AdminLayout({ children }: { children: ReactNode }) {
  const [me, t] = await Promise.all([currentPerson(), getTranslations("admin")]);
  if (!me) return children;
  if (me.role !== "admin") forbidden();
  return (
    <Operable>
      <LiveProvider>
        <TopBar me={me} title={t("title")} />
        <StorageBar />
        <div className="flex flex-1 flex-col lg:flex-row">
          <SideNav />
          <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 py-5 outline-none sm:px-6">
            <div className="mx-auto max-w-7xl">{children}</div>
          </main>
        </div>
      </LiveProvider>
    </Operable>
  );
}
