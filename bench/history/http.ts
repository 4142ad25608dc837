import { startTestCity } from "../../e2e/support/city";
import { signIn } from "../../e2e/support/people";
import { POINTS, SPANS, type Timing, timeCharts } from "./charts";
import type { Source } from "./mix";

/** The three charts as a screen asks for them: a city in a process of its own, on this database. */
export async function httpCharts(
  url: string,
  all: readonly Source[],
  end: number,
): Promise<[name: string, timing: Timing][]> {
  const city = await startTestCity({ E2E_WEB: "none", DATABASE_URL: url });
  try {
    const { api } = await signIn(city.url, "operator");
    const ask = async ({ device, stream }: Source, from: number, to: number) =>
      (await api.call("getSeries", { params: { id: device, stream }, query: { from, to, points: POINTS } })).points
        .length;
    const timings: [string, Timing][] = [];
    for (const { name, ms } of SPANS) timings.push([name, await timeCharts(all, ms, end, 300, ask)]);
    return timings;
  } finally {
    await city.stop();
  }
}
