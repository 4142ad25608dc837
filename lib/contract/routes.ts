import { agencyRoutes } from "./routes/agencies";
import { alertRoutes } from "./routes/alerts";
import { backtestRoutes } from "./routes/backtest";
import { cameraRoutes } from "./routes/cameras";
import { cityRoutes } from "./routes/city";
import { deviceRoutes } from "./routes/devices";
import { incidentRoutes } from "./routes/incidents";
import { joiningRoutes } from "./routes/joining";
import { pastRoutes } from "./routes/past";
import { peopleRoutes } from "./routes/people";
import { privacyRoutes } from "./routes/privacy";
import { procedureRoutes } from "./routes/procedures";
import { shiftRoutes } from "./routes/shift";

/** The city's HTTP contract, once: lib/api serves it, lib/client calls it, OpenAPI is made of it. POST /readings and /auth stand apart. */
export const routes = {
  ...cityRoutes,
  ...pastRoutes,
  ...deviceRoutes,
  ...alertRoutes,
  ...backtestRoutes,
  ...incidentRoutes,
  ...joiningRoutes,
  ...procedureRoutes,
  ...shiftRoutes,
  ...cameraRoutes,
  ...agencyRoutes,
  ...peopleRoutes,
  ...privacyRoutes,
};

export type Routes = typeof routes;
export type RouteName = keyof Routes;
