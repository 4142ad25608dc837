import type { Level } from "@/lib/contract/level";

let audio: AudioContext | null = null;

/** More tones and higher ones the worse it is: told apart with the eyes elsewhere. */
const TONES_HZ: Record<Level, readonly number[]> = {
  1: [523],
  2: [660, 660],
  3: [880, 660, 880],
  4: [988, 740, 988, 740, 988],
};
const TONE_S = 0.18;

/** Short tones by level; three where no level is given. Silent where the browser has not heard a gesture yet, or has no sound. */
export function chime(level: Level = 3): void {
  // what cannot be heard now must not be heard all at once later
  if (navigator.userActivation?.hasBeenActive === false) return;
  try {
    audio ??= new AudioContext();
    const context = audio;
    void context.resume().then(
      () => ring(context, TONES_HZ[level]),
      () => undefined,
    );
  } catch {
    audio = null;
  }
}

function ring(context: AudioContext, tones: readonly number[]): void {
  tones.forEach((hz, i) => {
    const from = context.currentTime + i * (TONE_S + 0.05);
    const tone = context.createOscillator();
    const volume = context.createGain();
    tone.frequency.value = hz;
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(0.3, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + TONE_S);
    tone.connect(volume).connect(context.destination);
    tone.start(from);
    tone.stop(from + TONE_S);
  });
}
