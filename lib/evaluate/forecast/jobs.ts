import { type Guesses, guessesIn } from "../../analyze/forecast/guess-book";
import type { Done, Job } from "../../training/job";
import { SEEDS } from "../../training/train";

/**
 * What has to be learnt so that each year can be judged by models that never saw it: all but that year; and, to calibrate and tune
 * those on their own years, all but that year and one more.
 */
export function jobsFor(years: readonly number[]): Job[] {
  const pairs = years.flatMap((a, i) => years.slice(i + 1).map((b) => ({ without: [a, b], seeds: SEEDS })));
  return [...pairs, ...years.map((year) => ({ without: [year], seeds: SEEDS }))];
}

export type Learnt = { own(year: number): Guesses; inner(year: number): Guesses };

/** The finished jobs, as the years ask for them. `rowYear`: the year of a row. */
export function learntOf(done: readonly Done[], rowYear: (row: number) => number): Learnt {
  const find = (...years: number[]) => {
    const found = done.find(
      ({ job }) => job.without.length === years.length && years.every((y) => job.without.includes(y)),
    );
    if (!found) throw new Error(`Nothing was learnt without ${years.join(" and ")}.`);
    return found;
  };
  const years = done.flatMap(({ job }) => (job.without.length === 1 ? job.without : []));
  return {
    own: (year) => guessesIn([find(year).guesses]),
    inner: (year) => {
      const others = years.filter((other) => other !== year);
      return guessesIn(
        others.map((other) => find(year, other).guesses),
        (row) => rowYear(row) !== year,
      );
    },
  };
}
