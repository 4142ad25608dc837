import Link from "next/link";
import { useTranslations } from "next-intl";

/** The shield of Haechi with its name; leads to the public page. */
export function Brand({ href = "/" }: { href?: string }) {
  const t = useTranslations("common.app");
  return (
    <Link href={href} prefetch={false} className="inline-flex min-h-9 shrink-0 items-center gap-2 rounded-md font-bold">
      <BrandMark />
      {t("name")}
    </Link>
  );
}

export function BrandMark({ className = "size-6" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={className} fill="none" strokeLinecap="round">
      <path
        d="M16 3.500c5.700 2.400 9.300 3.300 10.600 3.300C26.600 17 23 24 16 28.500 9 24 5.400 17 5.400 6.800c1.300 0 4.900-.9 10.600-3.300z"
        className="stroke-accent"
        strokeWidth="2.200"
        strokeLinejoin="round"
      />
      <path
        d="M10.500 16.500c1.800-1.500 3.700-1.500 5.500 0s3.700 1.500 5.500 0M12 21c1.300-1 2.700-1 4 0s2.700 1 4 0"
        className="stroke-ok"
        strokeWidth="2"
      />
      <circle cx="16" cy="10.500" r="1.900" className="fill-level-2" />
    </svg>
  );
}
