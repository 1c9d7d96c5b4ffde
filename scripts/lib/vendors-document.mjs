/** The text of docs/vendors.md, made from the declarations of vendors. Pure. Runs on Node 24, which reads TypeScript. */
import {
  goalOf,
  OUTCOME_NAMES,
  OUTCOME_SUFFIXES,
  OUTCOME_WORDS,
  tellings,
  VENDORS,
} from '../../packages/contract/src/vendors/index.ts';

const SAID = { event: 'yes', order: 'by order', either: 'either', own: 'own' };
const SURE = {
  source: 'read in source',
  documented: 'documented',
  observed: 'seen on pages',
  unconfirmed: 'not confirmed',
};

const INTRO = `# Other vendors' chats and lead widgets

Made from the declarations in \`packages/contract/src/vendors/declared\` by \`npm run vendors\`; \`npm run check\` fails where the two differ. Those of Chatwoot (with the widget of an older version in its frame), Live Helper Chat, Papercups, PostHog, Rocket.Chat and Typeform were run in a browser against stand-in servers, in the version that is named. One was run in part: LiveChat's \`@livechat/widget-core\`, with a stand-in for its tracking script, which is closed. None of the others was run: of them the table says what their public documentation and published code say.

With *Automatic goals* on, a page that carries one of them needs nothing else: the tag sees it once the page is idle [W45], listens to its public events, and the first event of a kind makes its goal [C98]. Rules: [docs/spec/wire.md](spec/wire.md) W45–W50 and W60–W65, [docs/spec/chat.md](spec/chat.md) C98–C108.

## What each can tell

**yes**: by an event of its own. **by order**: from the order of its events. **either**: somebody on the site's side spoke first, and nothing tells a rule from an operator; that is counted as an answered invitation [C101]. **own**: its widget reports the goal to counters by itself. Empty: it cannot be told; name the event in the tag's settings by a click, a message of a frame or an entry of the data layer [W60], or call \`reachGoal\` with the goal's identifier where the page knows.

The tag's settings list which of them pages of the site have shown, since when, and what each can tell, with a switch for each [W62], [W63].
`;

export function vendorsDocument() {
  const columns = OUTCOME_NAMES.map((outcome) => OUTCOME_WORDS[outcome].en);
  const rows = VENDORS.map((vendor) => {
    const told = tellings(vendor);
    const cells = OUTCOME_NAMES.map((outcome) => SAID[told[outcome]] ?? '');
    return [vendor.name, ...cells, SURE[vendor.sure], vendor.checked];
  });
  const notes = VENDORS.filter(({ note }) => note).map(({ name, note }) => `- **${name}**: ${note}`);
  return `${INTRO}
${table(['Vendor', ...columns, 'How sure', 'Checked at'], rows)}

${notes.join('\n')}

## Automatic goals

A goal is the vendor's prefix, \`_\` and the event's ending, as in \`${goalOf(
    VENDORS.find(({ id }) => id === 'chatwoot'),
    'started',
  )}\`. Other names are in brackets.

${table(
  ['Event', 'Ending'],
  OUTCOME_NAMES.map((outcome) => [OUTCOME_WORDS[outcome].en, `\`${OUTCOME_SUFFIXES[outcome]}\``]),
)}

${table(
  ['Vendor', 'Prefix', 'Seen by'],
  VENDORS.map(({ name, prefix, ownGoals, seen }) => [
    name,
    `\`${prefix}\`${
      Object.values(ownGoals ?? {}).length
        ? ` (${Object.values(ownGoals)
            .map((id) => `\`${id}\``)
            .join(', ')})`
        : ''
    }`,
    [...(seen.globals ?? []), ...(seen.scripts ?? []), seen.elements]
      .filter(Boolean)
      .map((one) => `\`${one}\``)
      .join(', '),
  ]),
)}

## Webhooks

Webhooks of Chatwoot, Crisp, Intercom, Jivo, Live Helper Chat and Rocket.Chat are taken at an address that the tag's settings give [C104]. Intercom's are always signed; Chatwoot's, Crisp's and Rocket.Chat's are checked where the owner has given the secret, and those of Chatwoot and Crisp count for an hour [C107]. Intercom's name a person by the user id of the site (\`external_id\`) or by the e-mail of whoever began the conversation, and by no number of the visitor: what an operator began, and leads without an e-mail, match nobody until a topic of the same conversation says who it is; Collection health counts them. Of Jivo, the goals come of \`chat_finished\` and \`offline_message\`. Live Helper Chat's bodies are the administrator's to write, one webhook for each event:

\`\`\`json
{"event": "chat_started", "chat": {"id": "…", "email": "…", "chat_initiator": 0, "invitation_id": 0, "goalpost_visitor": ""}}
\`\`\`

with \`event\` one of \`chat_started\`, \`message_visitor\`, \`message_operator\`, \`offline_message\`.

## For vendors

A widget that wants to speak to Goalpost needs three lines; it names no counter, it may come before the tag or after it, and where no tag is they do nothing:

\`\`\`js
(window.goalpostChats = window.goalpostChats || []).push({
  vendor: 'YourName', event: 'started', thread: 'id of the conversation',
});
\`\`\`

\`vendor\` is the prefix of the goals: letters, digits and \`_\`, at most 40. \`event\` is one of ${OUTCOME_NAMES.map((outcome) => `\`${outcome}\``).join(', ')}. The identifier of the event that this reports is \`YourName_${OUTCOME_SUFFIXES.started}\`. The same event of the same thread counts once; without a thread, once a visit. For the prefixes above the goals make themselves; for any other, add a goal of the type "event" by hand.
`;
}

const table = (head, rows) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
