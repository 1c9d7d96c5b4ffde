/** Asks the server by importing from it: no policy of the page forbids that which has let the tag in. */
import type { PickerAnswer, PickerQuestion } from '@goalpost/contract/picker';

/** @param address the picker's own, with its link's token. Rejects where no answer comes. */
export const createAsk =
  (address: string) =>
  async (question: PickerQuestion): Promise<PickerAnswer> => {
    const url = new URL(address);
    url.searchParams.set('ask', JSON.stringify(question));
    // Browsers keep what they have imported, and what has failed too.
    url.searchParams.set('at', `${Date.now()}${Math.random()}`);
    const { default: answer } = (await import(/* @vite-ignore */ url.href)) as { default: PickerAnswer };
    return answer;
  };

export type Ask = ReturnType<typeof createAsk>;
