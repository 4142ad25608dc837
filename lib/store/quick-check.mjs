// node lib/store/quick-check.mjs FILE: what SQLite's quick_check says of a database, as JSON. A process of its own: it reads every page.
import Database from "better-sqlite3";

const MOST_FAULTS = 5;

function check(file) {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true, timeout: 10_000 });
    return db.pragma(`quick_check(${MOST_FAULTS})`).map((row) => row.quick_check);
  } catch (error) {
    return [String(error.message)];
  }
}

const said = check(process.argv[2]);
console.log(JSON.stringify(said.length === 1 && said[0] === "ok" ? [] : said));
