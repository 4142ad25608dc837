let audio: AudioContext | null = null;

const TONES_HZ = [880, 660, 880] as const;
const TONE_S = 0.18;

/** Three short tones. Silent where the browser has not heard a gesture yet, or has no sound. */
export function chime(): void {
  try {
    audio ??= new AudioContext();
    const context = audio;
    void context.resume().then(
      () => ring(context),
      () => undefined,
    );
  } catch {
    audio = null;
  }
}

function ring(context: AudioContext): void {
  TONES_HZ.forEach((hz, i) => {
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
