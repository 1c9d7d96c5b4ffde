/** What the API says of a condition that probably never matches [G27]. */
import { goalWarnings, type GoalWarningCode, type WarnedGoal } from '@goalpost/contract/goals';

const WORDS: Readonly<Record<GoalWarningCode, string>> = {
  space_around: 'the value begins or ends with a space, which is compared, too',
  invisible_character: 'the value holds a character that cannot be seen, perhaps from copying',
  mixed_letters: 'a word holds letters of two alphabets, which may look alike',
  too_long: 'addresses are cut at 2,048 characters',
  quoted: 'the quotation marks around the value are compared, too',
  looks_like_pattern: 'the value looks like a pattern, but is compared letter by letter: use "regexp"',
  regexp_impossible: 'the expression asks for something before the beginning or behind the end',
  event_is_address: 'this is an address, but the goal looks at identifiers of events: use the type "url"',
  event_is_code: 'this is code: the identifier alone is compared',
  event_is_encoded: 'identifiers are compared decoded: write the letters themselves in place of "%…"',
  file_name: 'a file has no page view: its download is no visit of a page',
  no_page_scheme: 'pages have addresses with http:// or https:// only',
  http_only: 'addresses with https:// do not fit',
  no_host:
    'a page\'s address begins with its scheme, its host or the "/" of its path: use "contain" for a part',
  foreign_host: "the host is not among the counter's addresses",
  default_port: 'addresses are reported without the usual port',
  exact_query:
    'only addresses with exactly these parameters in this order fit; campaigns add theirs: use "contain"',
  fragment: 'a jump within a page is a view of its own only where the tag has "trackHash"',
  dot_segment: 'browsers resolve "./" and "../" before they ask',
  backslash: 'browsers write "/" in place of a backslash',
  regexp_encoded: 'addresses are compared decoded: write the letters themselves in place of "%…"',
  regexp_upper_host: 'expressions see scheme and host in lower case',
  regexp_starts_late: 'the address begins with its scheme, so nothing else can follow "^"',
  regexp_question_mark: 'a bare "?" makes what is before it optional: write "\\?"',
  regexp_trimmed_end: 'addresses are compared without "?", "#", "&" and "." at their end',
  no_email: 'one address is compared, without "mailto:" and as a whole, such as info@shop.example',
  no_file_name: 'the name of one file is compared, without what follows "?", such as price.pdf',
  no_parameter_name: 'the name of the parameter alone is compared, such as q in "?q=boots"',
  element_selector:
    'the value of the attribute alone is compared, without "#", "." or "[": it is no selector',
  path_selector: 'a path is written as the tag writes it, such as "#order>div:2>button": it is no selector',
  element_too_long: 'the tag says the first 100 characters of an element, and 500 of its path',
  params_path: 'levels are joined by single points, such as order.pay; lists have no numbers in it',
};

export interface GoalWarningItem {
  readonly code: GoalWarningCode;
  readonly message: string;
  readonly location: string;
}

/** Locations are paths from the body, as those of faults. */
export function warningItems(goal: WarnedGoal, sites: readonly string[]): GoalWarningItem[] {
  return goalWarnings(goal, sites).map(({ code, location }) => ({
    code,
    message: `"goal.${location}" will probably never match: ${WORDS[code]}.`,
    location: `goal.${location}`,
  }));
}
