/** The two requests of signing in by an identity provider: the way there, and the way back [A54–A56]. */
import type { SignInHappening } from '../happening.ts';
import type { SignInOptions } from '../sign-in.ts';
import {
  BACK,
  createSsoInstance,
  PROVIDER,
  providerFault,
  type SsoInstance,
  type SsoPerson,
} from './instance.ts';
import { SSO_REFUSALS, type SsoRefusal, type SsoSettings } from './settings.ts';

export interface SsoDoorDeps {
  readonly options: SignInOptions & { readonly publicUrl: string };
  readonly settings: SsoSettings;
  readonly tell: (happening: SignInHappening) => void;
  /** Gives a person who had no account what people of the domain get. */
  readonly onNew: (accountId: string) => Promise<void>;
}

const THERE = '/api/auth/sso';
/** A page of this server; `//host` and `/\\host` lead elsewhere. */
const INSIDE = /^\/(?![/\\])/;

/** @returns null where the request is about something else */
export function createSsoDoor({ options, settings, tell, onNew }: SsoDoorDeps) {
  let opened: SsoInstance | null = null;

  /** Opened when it is first needed; a provider that is away now may be there later. */
  async function instance(): Promise<SsoInstance | null> {
    if (opened !== null) return opened;
    const fault = await providerFault(settings);
    if (fault !== null) {
      options.warn(fault);
      return null;
    }
    opened ??= createSsoInstance(options, settings, async ({ id, login }: SsoPerson) => {
      tell({ subject: 'account', verb: 'made', login, accountId: id, address: '' });
      await onNew(id);
    });
    return opened;
  }

  async function goThere(request: Request): Promise<Response> {
    const library = await instance();
    if (library === null) return toSignIn('away');
    const next = new URL(request.url).searchParams.get('next') ?? '/';
    const answer = await library.api.signInSocial({
      body: {
        provider: PROVIDER,
        callbackURL: options.publicUrl + (INSIDE.test(next) ? next : '/'),
        errorCallbackURL: `${options.publicUrl}/sign-in`,
        disableRedirect: true,
      },
      headers: request.headers,
      asResponse: true,
    });
    const { url } = (await answer.json()) as { url?: string };
    if (!answer.ok || url === undefined) return toSignIn('away');
    return redirect(url, answer.headers.getSetCookie());
  }

  async function comeBack(request: Request, address: string): Promise<Response> {
    const library = await instance();
    if (library === null) return toSignIn('away');
    const answer = await library.handler(request);
    const cookies = answer.headers.getSetCookie();
    const { searchParams } = new URL(answer.headers.get('location') ?? '/', options.publicUrl);
    const error = answer.status >= 400 ? 'failed' : searchParams.get('error');
    if (error !== null) {
      const refusal = SSO_REFUSALS.find((one) => one === error) ?? 'failed';
      options.warn(`Signing in by the identity provider failed: ${error.slice(0, 200)}.`);
      tell({ subject: 'sign_in', verb: 'failed', login: '', accountId: null, address });
      return toSignIn(refusal, cookies);
    }
    const cookie = cookies.map((one) => one.split(';')[0] ?? '').join('; ');
    const session = await library.api.getSession({ headers: new Headers({ cookie }) });
    const who = { login: session?.user.email ?? '', accountId: session?.user.id ?? null };
    tell({ subject: 'sign_in', verb: 'done', ...who, address });
    return answer;
  }

  const toSignIn = (refusal: SsoRefusal, cookies: readonly string[] = []) =>
    redirect(`${options.publicUrl}/sign-in?sso=${refusal}`, cookies);

  return async function handle(request: Request, address: string, path: string): Promise<Response | null> {
    if (path === THERE) return goThere(request);
    return path === BACK ? comeBack(request, address) : null;
  };
}

function redirect(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 302, headers });
}
