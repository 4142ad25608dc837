import { useFormatter } from "next-intl";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"] as const;

/** Says a number of bytes in the reader's language: 20.9 MB. */
export function useBytes(): (bytes: number) => string {
  const { number } = useFormatter();
  return (bytes) => {
    const step = Math.min(UNITS.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
    const unit = UNITS[step] ?? "byte";
    return number(bytes / 1000 ** step, { style: "unit", unit, maximumFractionDigits: step < 2 ? 0 : 1 });
  };
}
