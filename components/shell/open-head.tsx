import type { ReactNode } from "react";
import { Brand } from "./brand";
import { LocaleSwitch } from "./locale-switch";
import { ThemeSwitch } from "./theme-switch";

type OpenHeadProps = {
  /** How wide the page is, and the gaps. */ className: string /** Beside the house's name. */;
  children?: ReactNode;
};

/** The top of a page that needs no log-in: the house's name, language and light. */
export function OpenHead({ className, children }: OpenHeadProps) {
  return (
    <header className={`flex items-center px-4 py-2 ${className}`}>
      <Brand />
      {children}
      <span className="flex-1" />
      <LocaleSwitch />
      <ThemeSwitch />
    </header>
  );
}
