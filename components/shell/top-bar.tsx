import type { ReactNode } from "react";
import type { Me } from "@/lib/contract/people";
import { Brand } from "./brand";
import { LocaleSwitch } from "./locale-switch";
import { ThemeSwitch } from "./theme-switch";
import { UserMenu } from "./user-menu";

/** The bar over every staff page: whose room it is (`title`, its h1), what the room adds, language, brightness, person. */
export function TopBar(props: { me: Me; title: string; href?: string; children?: ReactNode }) {
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-panel px-3 py-1">
      <Brand href={props.href ?? "/"} />
      <h1 className="border-l border-line pl-3 text-sm font-semibold whitespace-nowrap">{props.title}</h1>
      <div className="flex min-w-0 flex-1 items-center gap-2">{props.children}</div>
      <div className="flex items-center gap-1">
        <LocaleSwitch />
        <ThemeSwitch />
        <UserMenu me={props.me} />
      </div>
    </header>
  );
}
