/** `goalpost user`: accounts, for the person who runs the server. */
import { GRANTED_ROLES, type GrantedRole } from '@goalpost/contract/management';
import { z } from 'zod';
import { openUsers, type Listed, type Users } from '../boot/users/users.ts';
import { type Command, CommandRefused, type Given, wholeNumber } from './command.ts';

type Act = (users: Users, login: string, given: Given, say: (line: string) => void) => Promise<void>;

const ACTS: Readonly<Record<string, Act>> = {
  async add(users, login, given, say) {
    const link = await users.add(login, await grantOf(users, given), Date.now());
    if (link === null) throw new CommandRefused(`${login} has an account already.`);
    sayLink(say, login, link);
  },
  async link(users, login, _given, say) {
    const link = await users.link(login, Date.now());
    if (link === null) throw noSuch(login);
    sayLink(say, login, link);
  },
  async 'sign-out'(users, login, _given, say) {
    if (!(await users.signOut(login))) throw noSuch(login);
    say(`${login} is signed out everywhere. API tokens stay.`);
  },
  async 'second-factor-off'(users, login, _given, say) {
    const had = await users.dropSecondFactor(login);
    if (had === null) throw noSuch(login);
    if (!had) throw new CommandRefused(`${login} has no second factor.`);
    say(`${login} signs in with the password alone now, and can set up a second factor anew under Account.`);
  },
  async owner(users, login, given, say) {
    const moved = await users.makeOwner(login, given.flag('with-counters'), Date.now());
    if (moved === null) throw noSuch(login);
    say(`${login} is the owner of this server now, and of ${moved} counters more than before.`);
  },
};

const NAMES = ['list', ...Object.keys(ACTS)];

export const user: Command = {
  name: 'user',
  summary: 'lists and adds accounts, and lets people in who cannot sign in',
  usage: [
    'list [--json] | add EMAIL | link EMAIL | sign-out EMAIL | second-factor-off EMAIL | owner EMAIL',
    'list             who has an account, and what they may do; --json for programs',
    'add EMAIL        makes an account, and prints a link by which its person chooses a password, once within a day',
    '--counter N      of add: the counter that they may use',
    `--perm ROLE      of add: ${GRANTED_ROLES.join(', ')}; view if not given`,
    'link EMAIL       prints a link for a new password, once; choosing it ends all sessions',
    'sign-out EMAIL   ends all sessions of the account',
    'second-factor-off EMAIL  takes the second factor away from a person who has lost it with the recovery codes',
    'owner EMAIL      makes the account the owner of the server',
    '--with-counters  of owner: also gives them the counters of the owner before, who may still edit',
    'Run it with the settings of the server in the environment, while the server runs or not.',
  ],
  options: {
    json: { type: 'boolean' },
    counter: { type: 'string' },
    perm: { type: 'string' },
    'with-counters': { type: 'boolean' },
  },
  words: 2,
  async run(given, { config, say }) {
    const [what, address] = given.words;
    if (what === undefined || !NAMES.includes(what))
      throw new CommandRefused(`goalpost user takes ${NAMES.join(', ')}. See "goalpost user --help".`);
    const act = ACTS[what];
    const login = act === undefined ? '' : loginOf(what, address);
    const users = await openUsers(config());
    try {
      if (act !== undefined) await act(users, login, given, say);
      else sayAll(await users.list(), given.flag('json'), say);
      return 0;
    } finally {
      await users.close();
    }
  },
};

const noSuch = (login: string) => new CommandRefused(`${login} has no account. See "goalpost user list".`);

function loginOf(what: string, address: string | undefined): string {
  const login = z.email().max(255).safeParse(address?.trim().toLowerCase());
  if (login.success) return login.data;
  throw new CommandRefused(`goalpost user ${what} needs an e-mail address, such as ann@example.com.`);
}

/** @throws CommandRefused */
async function grantOf(users: Users, given: Given): Promise<{ counterId: number; perm: GrantedRole } | null> {
  const counterId = wholeNumber(given, 'counter', 1, 999_999_999);
  const asked = given.text('perm') ?? 'view';
  const perm = GRANTED_ROLES.find((role) => role === asked);
  if (perm === undefined)
    throw new CommandRefused(`--perm must be one of ${GRANTED_ROLES.join(', ')}, and is "${asked}".`);
  if (counterId === null && given.text('perm') !== null)
    throw new CommandRefused('--perm needs --counter: what somebody may do is said for a counter.');
  if (counterId === null) return null;
  if (await users.hasCounter(counterId)) return { counterId, perm };
  throw new CommandRefused(`There is no counter ${counterId}.`);
}

function sayLink(say: (line: string) => void, login: string, link: string): void {
  say(`${login} chooses a password here, once, within a day:`);
  say(link);
}

function sayAll(all: readonly Listed[], asJson: boolean, say: (line: string) => void): void {
  if (asJson) return say(JSON.stringify(all, null, 2));
  for (const { login, isOwner, canSignIn, hasSecondFactor, counters } of all) {
    const roles = counters.map(({ id, perm }) => `${id} ${perm}`).join(', ');
    const notes = [
      ...(isOwner ? ['owner of the server'] : []),
      ...(canSignIn ? [] : ['has no password']),
      ...(hasSecondFactor ? ['second factor'] : []),
    ];
    say([login, ...notes, roles === '' ? 'no counters' : roles].join('; '));
  }
}
