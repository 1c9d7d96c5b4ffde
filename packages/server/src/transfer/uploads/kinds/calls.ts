/** Calls, as call trackers send them [G132]. */
import { flag, isWrong, readAll, seconds, text } from '../cells.ts';
import { defineUpload } from '../kind.ts';

export const calls = defineUpload({
  id: 'CALLS',
  path: 'upload_calls',
  summary: 'Upload calls, as CSV',
  makes: [{ type: 'call', name: 'Call' }],
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
    const line = readAll(cells, {
      isStatic: flag('StaticCall'),
      missed: flag('CallMissed'),
      firstTime: flag('FirstTimeCaller'),
      talkSeconds: seconds('TalkDuration'),
      holdSeconds: seconds('HoldDuration'),
      tag: text('Tag'),
      phone: text('PhoneNumber'),
    });
    if (isWrong(line)) return line;
    const { isStatic, phone, ...call } = line;
    return {
      target: null,
      types: call.missed ? ['call'] : ['call', 'conditional_call'],
      key: phone,
      isOfNobody: isStatic,
      call,
    };
  },
});
