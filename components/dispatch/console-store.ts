import { createStore } from "zustand/vanilla";

/** What a narrow screen shows; a wide one always has the map beside. */
export type ConsoleView = "requests" | "map" | "units" | "history";
/** Which question stands open on the chosen request. */
export type Question = "accept" | "refuse" | "clear" | null;

export type ConsoleState = {
  view: ConsoleView;
  /** The chosen assignment. */
  chosenId: string | null;
  question: Question;
  /** A unit that the map is asked to show. */
  shownUnitId: string | null;
  help: boolean;
  /** What came of the last answer, for ears: eyes see the request move on, and a message would cover its buttons. */
  said: string;
};

const start: ConsoleState = {
  view: "requests",
  chosenId: null,
  question: null,
  shownUnitId: null,
  help: false,
  said: "",
};

/** What one console looks at; nothing of the city is in it. */
export const consoleStore = createStore<ConsoleState>(() => start);

/** On a narrow screen a list takes the place of the chosen request; the map keeps it. */
export const showView = (view: ConsoleView): void =>
  consoleStore.setState(view === "map" || !narrow() ? { view } : { view, chosenId: null, question: null });

/** From the map of a narrow screen back to the request that is chosen. */
export const showDetail = (): void => consoleStore.setState({ view: "requests" });

/** Chooses a request, or none; `question` opens its form at once, which a narrow screen's map would hide. */
export const choose = (chosenId: string | null, question: Question = null): void =>
  consoleStore.setState((state) => ({
    chosenId,
    question,
    shownUnitId: null,
    view: question && state.view === "map" ? "requests" : state.view,
  }));

export const askQuestion = (question: Question): void => consoleStore.setState({ question });

/** Shows a unit on the map; on a narrow screen the map comes to the front. */
export const showUnit = (shownUnitId: string): void =>
  consoleStore.setState((state) => ({ shownUnitId, chosenId: null, view: narrow() ? "map" : state.view }));

export const showHelp = (help: boolean): void => consoleStore.setState({ help });

export const say = (said: string): void => consoleStore.setState({ said });

export const resetConsole = (): void => consoleStore.setState(start, true);

const narrow = (): boolean => !matchMedia("(min-width: 64rem)").matches;
