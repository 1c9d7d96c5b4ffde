/** Parameters of an address, `name=value` each [M52]. */
import { RECORD, type RecordList } from './records.ts';

const of = (name: string, url: string): RecordList => ({
  name,
  // Behind `?` and before `#`, also where two of them meet.
  sql: () =>
    `arrayMap(x -> decodeURLFormComponent(x), arrayFilter(x -> x NOT IN ('', '='), splitByChar('&', queryString(${url}))))`,
});

export const pageUrlParams = of('url_params', 'url');
export const eventUrlParams = of('event_url_params', 'page');

export const NAME_AND_VALUE = RECORD;
export const NAME = `splitByChar('=', ${RECORD})[1]`;
