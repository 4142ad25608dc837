import { Command, InvalidArgumentError } from "commander";
import { enrollDevice } from "../api/enroll-device";
import { Failure } from "../base/failure";
import { NewDevice } from "../contract/device";
import { newDeviceKey, sealKey } from "../guard/device-key";
import { loadDevices } from "../store/device/load-devices";
import { putDeviceKey } from "../store/device/put-device-key";
import { retireDevice } from "../store/device/retire-device";
import { importDevices } from "./import-devices";
import { type CliCity, type Terminal, withCity } from "./open-city";
import { parsed } from "./parsed";
import { table } from "./table";

type AddOptions = {
  kind: string;
  name?: string;
  lat: number;
  lon: number;
  zone: string;
  class: number;
  gateway?: string;
};

export function deviceCommand(terminal: Terminal): Command {
  const device = new Command("device").description("Devices in the street and their keys");
  device
    .command("add <id>")
    .description("Add a device; its key is printed once")
    .requiredOption("--kind <kind>", "water-level, street-flood, …")
    .option("--name <name>", "what people call it; its id where left out")
    .requiredOption("--lat <degrees>", "latitude", number)
    .requiredOption("--lon <degrees>", "longitude", number)
    .option("--zone <zone>", "a zone or a purpose", "street")
    .option("--gateway <id>", "the device that may speak for this one")
    .option("--class <0-3>", "IoT security class", number, 0)
    .action((id: string, options: AddOptions) => withCity(terminal, (city) => add(city, id, options)));
  device
    .command("import <file>")
    .description("Add the devices of a devices.csv; prints device,key for each new one")
    .action((file: string) => withCity(terminal, (city) => importDevices(city, file)));
  device
    .command("list")
    .description("Every device")
    .action(() => withCity(terminal, list));
  device
    .command("rotate-key <id>")
    .description("A new key, printed once; the old one ends at once")
    .action((id: string) => withCity(terminal, (city) => rotateKey(city, id)));
  device
    .command("retire <id>")
    .description("Take a device out of service; its readings stay")
    .action((id: string) => withCity(terminal, (city) => retire(city, id)));
  return device;
}

async function add(city: CliCity, id: string, options: AddOptions): Promise<void> {
  const { gateway, ...rest } = options;
  const device = parsed(NewDevice, { ...rest, id, name: options.name ?? id, properties: gateway ? { gateway } : {} });
  const key = await enrollDevice(city, city.actor, device);
  await city.store.write(city.announce);
  city.terminal.err(`Device ${id} is in service. Its key, shown only now:`);
  city.terminal.out(key);
}

async function list({ store, terminal }: CliCity): Promise<void> {
  const devices = await loadDevices(store);
  const rows = devices.map((d) => [d.id, d.kind, d.zone, day(d.lastSeenAt) ?? "never", day(d.retiredAt) ?? "", d.name]);
  for (const line of table(["device", "kind", "zone", "last seen", "retired", "name"], rows)) terminal.out(line);
}

async function rotateKey({ store, deviceMaster, record, announce, terminal }: CliCity, id: string): Promise<void> {
  const key = newDeviceKey();
  await store.write(async (tx) => {
    if (!(await putDeviceKey(tx, id, sealKey(deviceMaster, id, key)))) throw notInService(id);
    await record(tx, "device.rotate-key", `device:${id}`);
    await announce(tx);
  });
  terminal.err(`The old key of ${id} has ended. The new one, shown only now:`);
  terminal.out(key);
}

async function retire({ store, clock, record, announce, terminal }: CliCity, id: string): Promise<void> {
  await store.write(async (tx) => {
    if (!(await retireDevice(tx, id, clock.now()))) throw notInService(id);
    await record(tx, "device.retire", `device:${id}`);
    await announce(tx);
  });
  terminal.err(`Device ${id} is out of service. Its readings stay.`);
}

function notInService(id: string): Failure {
  return new Failure("not-found", `There is no device "${id}" in service. "device list" shows all.`);
}

function number(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value)) throw new InvalidArgumentError("Give a number.");
  return value;
}

function day(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString().slice(0, 16).replace("T", " ");
}
