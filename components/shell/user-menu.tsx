"use client";

import { CircleUser, House, LogOut } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { Menu, type MenuItem } from "@/components/ui/menu";
import { useToast } from "@/components/ui/toast";
import type { Me } from "@/lib/contract/people";
import { roomsOf } from "./home-of";

/** Who is signed in, the rooms they may open, and the way out. */
export function UserMenu({ me }: { me: Me }) {
  const t = useTranslations("common");
  const router = useRouter();
  const tell = useToast();
  const signOut = async () => {
    const answer = await fetch("/api/auth/sign-out", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).catch(() => null);
    if (answer?.ok) window.location.assign("/sign-in");
    else tell({ title: t("user.signOutFailed"), tone: "danger" });
  };
  const rooms: MenuItem[] = roomsOf(me).map((room) => ({
    label: t(`room.${room.name}`),
    onSelect: () => router.push(room.href),
  }));
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={t("user.menu", { name: me.name })}
          className="inline-flex min-h-9 items-center gap-1.5 rounded-md px-2 text-sm text-muted hover:bg-raised hover:text-ink"
        >
          <CircleUser size={18} aria-hidden />
          <span className="max-w-32 truncate max-sm:hidden">{me.name}</span>
        </button>
      }
      items={[
        { heading: `${me.name} · ${t(`role.${me.role}`)}` },
        ...rooms,
        { label: t("room.public"), icon: House, onSelect: () => router.push("/") },
        { separator: true },
        { label: t("user.signOut"), icon: LogOut, onSelect: signOut },
      ]}
    />
  );
}
