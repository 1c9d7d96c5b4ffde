/** Two soft notes, made here: no file to fetch. Silent until the browser has seen the operator act once. */
export interface Sound {
  play(): void;
  close(): void;
}

const NOTES = [660, 880];
const NOTE_SECONDS = 0.14;
const LOUDNESS = 0.12;

export function createSound(): Sound {
  let context: AudioContext | null = null;
  const wake = (): void => {
    context ??= new AudioContext();
    void context.resume();
  };
  window.addEventListener('pointerdown', wake, { once: true });
  window.addEventListener('keydown', wake, { once: true });

  return {
    play: () => {
      if (context?.state !== 'running') return;
      const start = context.currentTime;
      for (const [index, pitch] of NOTES.entries()) note(context, pitch, start + index * NOTE_SECONDS);
    },
    close: () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
      void context?.close();
    },
  };
}

function note(context: AudioContext, pitch: number, start: number): void {
  const tone = context.createOscillator();
  const gain = context.createGain();
  tone.frequency.value = pitch;
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, start + NOTE_SECONDS * 2);
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(start + NOTE_SECONDS * 2);
}
