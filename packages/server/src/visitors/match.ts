/** Finds the visitor whom another system speaks of: by number, by user id, or by e-mail, and where they are. */
import { createHash } from 'node:crypto';
import type { Olap } from '../kit/olap.ts';
import type { VisitorMatch } from './port.ts';

const TIMEOUT_SECONDS = 10;
/** A visitor who has not come for so long is not looked for. */
const DAYS = 90;

const RECENT = `counter_id = {counter:UInt32} AND NOT is_robot AND started_at > now() - INTERVAL ${DAYS} DAY`;

const BY_NUMBER = `SELECT toString(visitor_id) AS visitor FROM visits
WHERE ${RECENT} AND visitor_id = {visitor:UInt64} LIMIT 1`;

const BY_USER_ID = `SELECT toString(argMax(visitor_id, (started_at, version))) AS visitor, count() AS n FROM visits
WHERE ${RECENT} AND user_id IN {ids:Array(String)}
HAVING n > 0`;

const PLACE = `SELECT start_url AS startUrl, end_url AS url, referrer, country, language FROM visits
WHERE ${RECENT} AND visitor_id = {visitor:UInt64}
ORDER BY started_at DESC, version DESC LIMIT 1`;

interface Place {
  readonly startUrl: string;
  readonly url: string;
  readonly referrer: string;
  readonly country: string;
  readonly language: string;
}

/** @param maskedIds how an id reads that was masked before it was stored */
export function createVisitorMatch(
  olap: Pick<Olap, 'query'>,
  maskedIds: (value: string) => readonly string[],
): VisitorMatch {
  const ask = <Row>(sql: string, params: Readonly<Record<string, unknown>>): Promise<Row[]> =>
    olap.query<Row>(sql, params, { timeoutSeconds: TIMEOUT_SECONDS });

  return {
    async find(counterId, { visitor, userId, email }) {
      if (visitor !== '') {
        const [known] = await ask<{ visitor: string }>(BY_NUMBER, { counter: counterId, visitor });
        if (known !== undefined) return known.visitor;
      }
      const ids = [...(userId === '' ? [] : [userId]), ...spellings(email)];
      if (ids.length === 0) return null;
      const all = [...new Set(ids.flatMap((id) => [id, ...maskedIds(id)]))];
      const [found] = await ask<{ visitor: string }>(BY_USER_ID, { counter: counterId, ids: all });
      return found?.visitor ?? null;
    },
    async placeOf(counterId, visitor) {
      const [found] = await ask<Place>(PLACE, { counter: counterId, visitor });
      if (found === undefined) return null;
      const { startUrl, url, referrer, country, language } = found;
      return { url, title: '', landing: { url: startUrl, referrer }, country, language };
    },
  };
}

/** Sites give `setUserID` the address itself, or its SHA-256. */
function spellings(email: string): string[] {
  const plain = email.trim().toLowerCase();
  if (plain === '') return [];
  return [plain, createHash('sha256').update(plain).digest('hex')];
}
