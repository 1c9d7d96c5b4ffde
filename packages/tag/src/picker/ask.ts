/** Asks the server by importing from it: no policy of the page forbids that which has let the tag in. */
import type { PickerAnswer, PickerQuestion } from '@goalpost/contract/picker';

/** @param address the picker's own, with its link's token. Rejects where no answer comes. */
export const createAsk =
  (address: string) =>
  async (question: PickerQuestion): Promise<PickerAnswer> => {
    const asked = encodeURIComponent(JSON.stringify(question));
    // A page keeps what it has imported, and what has failed too.
    const url = `${address}&ask=${asked}&at=${performance.now()}`;
    const { default: answer } = (await import(/* @vite-ignore */ url)) as { default: PickerAnswer };
    return answer;
  };

export type Ask = ReturnType<typeof createAsk>;
