import { useFormatter } from "next-intl";

/** Seconds as a person says them: 40 seconds, 12 minutes, 3.5 hours. */
export function useDuration(): (seconds: number) => string {
  const { number } = useFormatter();
  const say = (value: number, unit: "second" | "minute" | "hour") =>
    number(value, { style: "unit", unit, unitDisplay: "short", maximumFractionDigits: unit === "hour" ? 1 : 0 });
  return (seconds) => {
    if (seconds < 60) return say(seconds, "second");
    return seconds < 7200 ? say(seconds / 60, "minute") : say(seconds / 3600, "hour");
  };
}
