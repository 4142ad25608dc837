import type { ReactNode } from "react";
import { OpenHead } from "./open-head";

/** A page with one thing to say, in the middle, under the name of the house. */
export function PlainPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <OpenHead className="gap-1" />
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
