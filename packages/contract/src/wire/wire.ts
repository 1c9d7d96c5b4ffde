/**
 * What the tag and the collector must agree on: paths, keys and limits of the wire.
 * The tag inlines what it uses. Rules: docs/spec/wire.md.
 */

/** Characters of `page-url` and `page-ref` that are kept; the rest is cut [W5]. */
export const MAX_URL_LENGTH = 2_048;
/** Characters of the JSON in `site-info` [W6]. */
export const MAX_PARAMS_LENGTH = 8_192;
/** Bytes of a request body [W7]. */
export const MAX_BODY_BYTES = 64 * 1024;
/** Characters of a document title that are kept [W5]. */
export const MAX_TITLE_LENGTH = 400;
/** Longest delay, in seconds, at which a hit still stands at its own time [V10]. */
export const MAX_LATENESS_SECONDS = 12 * 3_600;

/** `page-url` schemes of hits that are not page views. */
export const GOAL_SCHEME = 'goal:';
export const FORM_SCHEME = 'form:';
export const BUTTON_SCHEME = 'btn:';
export const CONTACT_SCHEME = 'contact:';
/** Of the `url` of engagement in rows; on the wire it is told by `eng:1`. */
export const ENGAGEMENT_SCHEME = 'engagement:';

/** First-party cookies: the visitor's id (unix time, then random digits) and the day it was made. */
export const VISITOR_COOKIE = '_ym_uid';
export const VISITOR_SINCE_COOKIE = '_ym_d';

/**
 * The first valid visitor's id among cookies, by whole name and value: unix seconds and random digits, 11 to 19 in
 * all [W28]. One rule for the tag, the chat and the server, so that they never take one person for two.
 */
export const VISITOR_IN_COOKIES = /(?:^|; *)_ym_uid=([1-9]\d{10,18})(?:;|$)/;

/** Name of the answer header that says what became of a hit, for the person who installs the tag. */
export const OUTCOME_HEADER = 'X-Goalpost';

/** A property of our tag's counters, by which the chat tells them from those of the genuine tag [C80]. */
export const OWN_MARK = 'goalpost';
