import { expect, it } from "vitest";
import { PictureWatch } from "./picture-watch";

const AFTER = 5000;

it("is live only after the picture was seen to change, and frozen within ten seconds of the last change", () => {
  const watch = new PictureWatch();
  watch.asked(1000);
  watch.seen("1 a", 1000, AFTER);
  expect(watch.state(1500).state).toBe("starting");
  for (let at = 2000; at <= 20_000; at += 1000) {
    watch.asked(at);
    watch.seen(`${at}`, at, AFTER);
  }
  expect(watch.state(20_500)).toEqual({ state: "live", ageMs: 500, sound: false });
  for (let at = 21_000; at <= 30_000; at += 1000) {
    watch.asked(at);
    watch.seen("20000", at, AFTER);
  }
  expect(watch.state(25_000).state).toBe("live");
  expect(watch.state(25_001).state).toBe("frozen");
  watch.seen("30500", 30_500, AFTER);
  expect(watch.state(30_600).state).toBe("live");
});

it("takes the same piece under a new name for no new picture", () => {
  const watch = new PictureWatch();
  watch.asked(0);
  for (let at = 0; at < 20_000; at += 1000) {
    watch.asked(at);
    watch.piece(`segment ${at}`, at < 6000 ? `hash ${at}` : "the same", at);
    watch.seen(`${at}`, at, AFTER);
  }
  expect(watch.state(19_000)).toMatchObject({ state: "frozen", ageMs: 13_000 });
  watch.piece("segment x", "another", 20_000);
  watch.seen("x", 20_000, AFTER);
  expect(watch.state(20_000).state).toBe("live");
});

it("is dead where the camera does not answer, and knows nothing of what nobody has looked at for a while", () => {
  const watch = new PictureWatch();
  watch.asked(0);
  for (let at = 0; at <= 6000; at += 1000) watch.failed(at);
  expect(watch.state(6000).state).toBe("dead");
  watch.asked(100_000);
  expect(watch.state(100_000)).toEqual({ state: "starting", ageMs: null, sound: false });
});
