import { liveStore } from "@/components/live/live-store";
import { neighbour } from "@/components/panels/alert-queue/queue";
import { focusAsk } from "@/components/panels/incident/ask-to-go";
import { usePast } from "@/components/past/past-store";
import { goTo, leave, presentNow } from "@/components/past/time-machine";
import type { DeskCommand } from "./desk-keys";
import { select, useDesk } from "./desk-store";
import { nextUnseen } from "./next-unseen";
import type { DeskActions } from "./use-desk-actions";

const HOLD_MS = 6000;

/** Does what a key asked for. `readOnly`: an admin looks, and changes nothing. */
export function runCommand(command: DeskCommand, actions: DeskActions, readOnly: boolean): void {
  if (readOnly && (command === "acknowledge" || command === "incident")) return;
  COMMANDS[command](actions);
}

const COMMANDS: Record<DeskCommand, (actions: DeskActions) => void> = {
  search: () => useDesk.setState({ palette: true }),
  help: () => useDesk.setState({ help: true }),
  close: () => select(null),
  past: () => (usePast.getState().at === null ? void goTo(presentNow()) : leave()),
  next: () => walk(neighbour(useDesk.getState().order, selectedAlert(), 1)),
  previous: () => walk(neighbour(useDesk.getState().order, selectedAlert(), -1)),
  acknowledge: (actions) => acknowledge(selectedAlert(), actions),
  incident: openOrShow,
  dispatch: askSomebody,
  page: (actions) => {
    const id = selectedIncident();
    if (id) actions.openPage(id);
  },
};

function selectedAlert(): string | null {
  const { selection } = useDesk.getState();
  return selection?.type === "alert" ? selection.id : null;
}

/** The incident of what is selected. */
function selectedIncident(): string | null {
  const { selection } = useDesk.getState();
  if (selection?.type === "alert") return liveStore.getState().alerts.get(selection.id)?.incidentId ?? null;
  return selection?.type === "incident" ? selection.id : null;
}

/** Selecting with the keys holds the queue still as a hand on it would. */
function walk(id: string | null): void {
  if (!id) return;
  useDesk.setState({ list: "alerts", holdUntil: Date.now() + HOLD_MS });
  select({ type: "alert", id });
}

/** Only what the operator sees selected is acknowledged; with nothing selected the key brings the next one up first. */
function acknowledge(alertId: string | null, actions: DeskActions): void {
  const { alerts } = liveStore.getState();
  if (alertId && alerts.get(alertId)?.state === "raised") {
    useDesk.setState({ holdUntil: Date.now() + HOLD_MS });
    void actions.acknowledge(alertId);
    return;
  }
  walk(nextUnseen(useDesk.getState().order, alerts, alertId));
}

function openOrShow(actions: DeskActions): void {
  const { selection, checked } = useDesk.getState();
  if (checked.size > 0) {
    void actions.openIncident(...checked);
    return;
  }
  if (selection?.type !== "alert") return;
  const alert = liveStore.getState().alerts.get(selection.id);
  if (alert?.incidentId) actions.showIncident(alert.incidentId);
  else if (alert && alert.state !== "cleared") void actions.takeGroup(alert.groupId);
}

/** Goes to the incident of what is selected, and there to the first agency that can be asked. */
function askSomebody(): void {
  const incidentId = selectedIncident();
  if (!incidentId) return;
  select({ type: "incident", id: incidentId });
  // after the panel is drawn
  requestAnimationFrame(() => requestAnimationFrame(focusAsk));
}
