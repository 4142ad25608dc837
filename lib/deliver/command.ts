import type { Give } from "./lane";
import { Absent, Refused, Unreachable } from "./retry";

/** Gives a command to every line of a device and collects its answers: none where it is not connected. Rejects in time. */
export type Command = (deviceId: string, command: { id: string; kind: string }) => Promise<unknown[]>;

/** Gives orders to a device that is connected. It knows a repeat by the command's id. */
export function giveToDevice(command: Command, deviceId: string): Give {
  return async ({ id, data }) => {
    const order = JSON.parse(data) as { kind: string };
    const answers = await command(deviceId, { ...order, id }).catch(() => {
      throw new Unreachable("no-answer");
    });
    if (answers.length === 0) throw new Absent("absent");
    const refusal = answers.find(isRefusal);
    if (refusal && answers.every(isRefusal)) throw new Refused(`refused ${refusal.code}: ${refusal.message}`);
  };
}

function isRefusal(answer: unknown): answer is { code: string; message: string } {
  return typeof answer === "object" && answer !== null && "code" in answer;
}
