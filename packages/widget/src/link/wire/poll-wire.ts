/** Plain requests as a wire, for networks and policies that let no socket through [C93]. */
import { openPolling, type Wire, type WireEvents } from '@goalpost/contract/chat/polling';
import { newId } from '../../shared/chance.ts';
import { guard } from '../../shared/guard.ts';
import { fromJson, toJson } from '../../shared/json.ts';

export const openPollWire =
  (url: string) =>
  (events: WireEvents): Wire =>
    openPolling(
      {
        // Whatever the page has made of `fetch`. A text needs no question beforehand on other sites' pages.
        post: (body, isLast) =>
          Promise.resolve()
            .then(() =>
              fetch(`${url}/poll`, { method: 'POST', body, credentials: 'omit', keepalive: isLast }),
            )
            .then((answer) => (answer.ok ? answer.text() : Promise.reject(new Error()))),
        newId: () => newId(16),
        isHidden: () => document.hidden,
        later: (ms, task) => setTimeout(guard(task), ms),
        toText: toJson,
        read: fromJson,
      },
      events,
    );
