import { resolve } from "node:path";
import { Command, InvalidArgumentError, Option } from "commander";

export type ExerciseOptions = {
  /** CSV files. */
  devices: string;
  readings: string;
  /** City seconds in one second of the wall, at most; Infinity: as fast as the city acknowledges. */
  speed: number;
  /** Where the exercise's own database lives; null: a new folder below HAECHI_DIR. */
  dir: string | null;
  port: number;
  keep: boolean;
  screens: boolean;
};

/** `story`: one of the house instead of the two files, which are then empty (lib/exercise/osong). */
export type AskedExercise = ExerciseOptions & { story: "osong" | null };
type Given = Omit<AskedExercise, Optional> & Partial<Pick<AskedExercise, Optional>>;
type Optional = "devices" | "readings" | "story" | "dir";

function speedOf(text: string): number {
  const speed = text === "max" ? Number.POSITIVE_INFINITY : Number(text);
  if (!(speed > 0)) throw new InvalidArgumentError('A speed is a number above 0, or "max".');
  return speed;
}

/** The command line of `npm run exercise`. Paths are relative to where it was typed. */
export function readOptions(argv: readonly string[], cwd = process.env.INIT_CWD ?? process.cwd()): AskedExercise {
  const command = new Command("exercise")
    .description("Runs a recording through the same city, on a database and a clock of its own.")
    .option("--devices <file>", "devices.csv: device,kind,name,lat,lon,zone,class and more")
    .option("--readings <file>", "readings.csv or readings.csv.gz: time,device,stream,value,unit in time order")
    .addOption(new Option("--story <name>", "a story of the house instead of the two files").choices(["osong"]))
    .option("--speed <n>", 'city seconds in a second, at most; "max" for as fast as it goes', speedOf, 300)
    .option("--dir <folder>", "where to keep its database (default: a new folder in HAECHI_DIR, taken away afterwards)")
    .option("--port <n>", "port of the exercise's city; 0: a free one", Number, 0)
    .option("--keep", "keep the database afterwards", false)
    .option("--screens", "serve the pages too, and go on serving after the end until Ctrl-C", false)
    .parse([...argv], { from: "user" });
  const given = command.opts<Given>();
  const { devices, readings, story = null } = given;
  if (story === null && !(devices && readings)) command.error("Say --devices and --readings, or --story osong.");
  const path = (file: string | undefined) => (file && story === null ? resolve(cwd, file) : "");
  return {
    ...given,
    story,
    devices: path(devices),
    readings: path(readings),
    dir: given.dir ? path(given.dir) : null,
  };
}
