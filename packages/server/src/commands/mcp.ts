/** `goalpost mcp`: answers an assistant on this computer from a server anywhere. */
import { addressOf } from '../boot/url.ts';
import { bridgeMcp } from '../mcp/index.ts';
import { type Command, CommandRefused } from './command.ts';

const URL_NEEDED = 'The address of the server must begin with http:// or https://: --url or GOALPOST_URL.';

export const mcp: Command = {
  name: 'mcp',
  summary: 'answers an assistant by the Model Context Protocol on stdin and stdout',
  usage: [
    '[--url <address>]',
    '--url   address of the server; GOALPOST_URL, or the server of these settings, unless said',
    'An API token stands in GOALPOST_TOKEN. docs/assistants.md says how to set up the usual assistants.',
  ],
  options: { url: { type: 'string' } },
  words: 0,
  async run(given, { environment, config }) {
    const token = environment['GOALPOST_TOKEN']?.trim() ?? '';
    if (!/^\S+$/.test(token)) {
      throw new CommandRefused('GOALPOST_TOKEN must hold an API token: make one under Account.');
    }
    const url = given.text('url') ?? environment['GOALPOST_URL'] ?? addressOf(config());
    if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw new CommandRefused(URL_NEEDED);
    const { stdin, stdout, stderr } = process;
    const complain = (line: string) => void stderr.write(`${line}\n`);
    await bridgeMcp({ url, token, input: stdin, output: stdout, complain });
    return 0;
  },
};
