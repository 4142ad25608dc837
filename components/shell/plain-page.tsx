import type { ReactNode } from "react";
import { Brand } from "./brand";
import { LocaleSwitch } from "./locale-switch";
import { ThemeSwitch } from "./theme-switch";

/** A page with one thing to say, in the middle, under the name of the house. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <header className="flex items-center gap-1 px-4 py-2">
        <Brand />
        <span className="flex-1" />
        <LocaleSwitch />
        <ThemeSwitch />
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex w-full max-w-lg flex-1 flex-col justify-center gap-4 px-5 pb-24 outline-none"
      >
        <h1 className="text-2xl font-bold">{title}</h1>
        {children}
      </main>
    </>
  );
}
