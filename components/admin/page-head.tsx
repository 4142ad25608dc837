import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Crumb = { href: string; label: string };

/** Where one is, what the page is called, and what can be done there. */
export function PageHead(props: {
  title: ReactNode;
  lead?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
}) {
  const t = useTranslations("admin.crumbs");
  const way: Crumb[] = [{ href: "/admin", label: t("home") }, ...(props.crumbs ?? [])];
  return (
    <header className="mb-5">
      <nav aria-label={t("label")} className="mb-1 text-xs text-muted">
        <ol className="flex flex-wrap gap-x-1.5">
          {way.map(({ href, label }) => (
            <li key={href} className="flex gap-x-1.5">
              <Link href={href} className="underline-offset-2 hover:text-ink hover:underline">
                {label}
              </Link>
              <span aria-hidden="true">/</span>
            </li>
          ))}
          <li aria-current="page" className="text-ink">
            {props.title}
          </li>
        </ol>
      </nav>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-2xl font-bold">{props.title}</h2>
        {props.actions}
      </div>
      {props.lead && <p className="mt-1 max-w-prose text-sm text-muted">{props.lead}</p>}
    </header>
  );
}
