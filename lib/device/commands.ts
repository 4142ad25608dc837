export type Command = { id: string; kind: string; [more: string]: unknown };

const MOST_REMEMBERED = 200;

/** Carries out each command of the city once: asked again by its id, because the answer was lost, it gives the same answer. */
export function createCommandDesk(carryOut?: (command: Command) => unknown): (command: Command) => Promise<unknown> {
  const answers = new Map<string, Promise<unknown>>();
  return (command) => {
    const known = answers.get(command.id);
    if (known) return known;
    const answer = tried(command, carryOut);
    answers.set(command.id, answer);
    const [oldest = ""] = answers.keys();
    if (answers.size > MOST_REMEMBERED) answers.delete(oldest);
    return answer;
  };
}

async function tried(command: Command, carryOut?: (command: Command) => unknown): Promise<unknown> {
  if (!carryOut) return { code: "unsupported", message: "This device carries out no commands." };
  try {
    return (await carryOut(command)) ?? { ok: true };
  } catch (error) {
    return { code: "internal", message: error instanceof Error ? error.message : String(error) };
  }
}
