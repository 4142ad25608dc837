import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found } from "./record";

export function forecastHandlers({ view }: ApiContext): Pick<Handlers, "getForecast" | "listForecasters"> {
  return {
    getForecast: async ({ params: { id, stream } }) => {
      found(view.device(id), "device", id);
      return { forecast: view.forecast(id, stream) };
    },
    listForecasters: async () => ({ forecasters: await view.forecasters() }),
  };
}
