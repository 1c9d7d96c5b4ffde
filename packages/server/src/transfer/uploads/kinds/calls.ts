/** Calls, as call trackers send them [G132]. */
import { flagOf, secondsOf, textOf } from '../cells.ts';
import { defineUpload } from '../kind.ts';

export const calls = defineUpload({
  id: 'CALLS',
  path: 'upload_calls',
  summary: 'Upload calls, as CSV',
  makes: { type: 'call', name: 'Call' },
  columns: [
    'StaticCall',
    'PhoneNumber',
    'TalkDuration',
    'HoldDuration',
    'CallMissed',
    'Tag',
    'FirstTimeCaller',
    'URL',
    'CallTrackerURL',
  ],
  needed: [],
  read(cells) {
    const isStatic = flagOf(cells, 'StaticCall');
    const missed = flagOf(cells, 'CallMissed');
    const firstTime = flagOf(cells, 'FirstTimeCaller');
    const talkSeconds = secondsOf(cells, 'TalkDuration');
    const holdSeconds = secondsOf(cells, 'HoldDuration');
    const tag = textOf(cells, 'Tag');
    for (const one of [isStatic, missed, firstTime, talkSeconds, holdSeconds, tag])
      if (typeof one === 'object') return one;
    return {
      target: null,
      types: missed === true ? ['call'] : ['call', 'conditional_call'],
      key: cells['PhoneNumber'] ?? '',
      isOfNobody: isStatic === true,
      call: {
        missed: missed === true,
        firstTime: firstTime === true,
        talkSeconds: Number(talkSeconds),
        holdSeconds: Number(holdSeconds),
        tag: String(tag),
      },
    };
  },
  example:
    'UserId,DateTime,Price,Currency,PhoneNumber,TalkDuration,HoldDuration,CallMissed,Tag,FirstTimeCaller\n133591247640966458,1772359507,678,RUB,+70001112233,136,17,0,spring,1',
});
