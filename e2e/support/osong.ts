import { once } from "node:events";
import { forkCity } from "./city";

export type Morning = {
  url: string;
  /** Turns the city's clock to this moment (UTC ms), with everything that the street said up to then. */
  to(at: number): Promise<void>;
  stop(): Promise<void>;
};

/** The exercise of Osong, standing at its beginning. Webhooks reach this machine only. */
export async function openMorning(): Promise<Morning> {
  const { child, url, gone, stop } = await forkCity("e2e/support/osong-city.ts", { HAECHI_WEBHOOKS: "loopback" });
  return {
    url,
    stop,
    to: async (to) => {
      child.send({ to });
      const [{ refused }] = (await Promise.race([once(child, "message"), gone])) as [{ refused: unknown[] }];
      if (refused.length > 0) throw new Error(`The city refused ${JSON.stringify(refused)}.`);
    },
  };
}
