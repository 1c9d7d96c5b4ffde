/** The SMTP server that letters are handed to, as its setting names it. */

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte. */
  readonly secure: boolean;
  readonly user: string;
  readonly password: string;
}

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

/** @param text `smtp://user:password@mail.example.com:587` or `smtps://…`; null: it is neither */
export function parseSmtpUrl(text: string): SmtpServer | null {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'smtp:' && url.protocol !== 'smtps:')) return null;
  if (!['', '/'].includes(url.pathname) || url.search !== '' || url.hash !== '') return null;
  const host = decoded(url.hostname)?.replace(/^\[(.*)\]$/, '$1') ?? '';
  const user = decoded(url.username);
  const password = decoded(url.password);
  if (!/^[\w.:-]+$/.test(host) || user === null || password === null) return null;
  if ((user === '') !== (password === '')) return null;
  return {
    host,
    port: url.port === '' ? PORTS[url.protocol] : Number(url.port),
    secure: url.protocol === 'smtps:',
    user,
    password,
  };
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}

/** A password is not said in the clear but on this machine, where no certificate can be had either. */
export function tlsOf(server: SmtpServer): { readonly required: boolean; readonly verified: boolean } {
  const here = isOnThisMachine(server);
  return { required: server.user !== '' && !server.secure && !here, verified: !here };
}

/** Whether what is said to the server stays on this machine. */
function isOnThisMachine({ host }: Pick<SmtpServer, 'host'>): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}
