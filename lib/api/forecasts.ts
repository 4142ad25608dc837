import { Failure } from "../base/failure";
import type { Handlers } from "./asked";
import type { ApiContext } from "./context";
import { found } from "./record";

export function forecastHandlers({ view }: ApiContext): Pick<Handlers, "getForecast" | "listForecasters"> {
  return {
    getForecast: async ({ params: { id, stream } }) => {
      found(view.device(id), "device", id);
      const forecast = view.forecast(id, stream);
      if (!forecast)
        throw new Failure("not-found", `Nothing can be said of the coming hours of ${id}/${stream}: ${why}`);
      return forecast;
    },
    listForecasters: async () => ({ forecasters: await view.forecasters() }),
  };
}

const why = "only levels of water are forecast, and only an hour after their first readings.";
