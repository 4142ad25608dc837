import { accountHandlers } from "./account";
import { agencyHandlers } from "./agencies";
import { alertHandlers } from "./alerts";
import type { Handlers } from "./asked";
import { assignmentHandlers } from "./assignments";
import { backtestHandlers } from "./backtests";
import { cameraSetupHandlers } from "./camera-setup";
import { cameraHandlers } from "./cameras";
import { cityHandlers } from "./city";
import type { ApiContext } from "./context";
import { deviceHandlers } from "./devices";
import { escalationHandlers } from "./escalation";
import { forecastHandlers } from "./forecasts";
import { incidentHandlers } from "./incidents";
import { joiningHandlers } from "./join-incidents";
import { keptPictureHandlers } from "./kept-pictures";
import type { Looks } from "./look";
import { messageHandlers } from "./messages";
import { pastHandlers } from "./past";
import { peopleHandlers } from "./people";
import { privacyHandlers } from "./privacy";
import { procedureHandlers } from "./procedures";
import { receiptHandlers } from "./receive";
import { reportHandlers } from "./report";
import { responsePolicyHandlers } from "./response-policy";
import { ruleHandlers } from "./rules";
import { shiftHandlers } from "./shift";
import { webhookHandlers } from "./webhooks";
import { zoneHandlers } from "./zones";

/** A handler for every route of the contract: one that is missing does not compile. */
export function handlersOf(context: ApiContext, looks: Looks): Handlers {
  return {
    ...cityHandlers(context),
    ...pastHandlers(context),
    ...reportHandlers(context),
    ...deviceHandlers(context),
    ...forecastHandlers(context),
    ...zoneHandlers(context),
    ...ruleHandlers(context),
    ...accountHandlers(context),
    ...alertHandlers(context),
    ...backtestHandlers(context),
    ...escalationHandlers(context),
    ...incidentHandlers(context),
    ...joiningHandlers(context),
    ...procedureHandlers(context),
    ...shiftHandlers(context),
    ...cameraHandlers(context, looks),
    ...keptPictureHandlers(context, looks),
    ...cameraSetupHandlers(context),
    ...assignmentHandlers(context),
    ...receiptHandlers(context),
    ...messageHandlers(context),
    ...responsePolicyHandlers(context),
    ...agencyHandlers(context),
    ...webhookHandlers(context),
    ...peopleHandlers(context),
    ...privacyHandlers(context),
  };
}
