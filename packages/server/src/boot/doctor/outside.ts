/** What lies outside: the public address with its proxy, mail, and the bucket for files. */
import { connect } from 'node:net';
import { join } from 'node:path';
import { openS3Files } from '../../stores/files/index.ts';
import { bad, type Check, note, well } from './check.ts';

const WITHIN_MS = 8_000;

export const proxy: Check = {
  name: 'public address',
  async look({ config: { publicUrl, trustProxy, host } }) {
    if (publicUrl === null)
      return [
        note(
          'GOALPOST_PUBLIC_URL is not set: links in letters lead nowhere. Set it to the address that browsers use.',
        ),
      ];
    const findings = [await answers(publicUrl)];
    const isBehind = publicUrl.startsWith('https:') || host === '127.0.0.1';
    if (isBehind && trustProxy.length === 0)
      findings.push(
        bad(
          'GOALPOST_TRUST_PROXY is not set, though a proxy must stand in front: all visitors seem to come from it. Set it to the address of the proxy, such as 127.0.0.1.',
        ),
      );
    return findings;
  },
};

async function answers(publicUrl: string) {
  try {
    const response = await fetch(`${publicUrl}/healthz`, {
      signal: AbortSignal.timeout(WITHIN_MS),
      redirect: 'manual',
    });
    if (response.ok) return well(`${publicUrl} answers.`);
    return bad(
      `${publicUrl}/healthz answers ${response.status}. Look at the proxy: it must pass on every path.`,
    );
  } catch (error) {
    const { cause, message } = error as Error;
    const reason = (cause as { code?: string } | undefined)?.code ?? message;
    return bad(
      `${publicUrl} cannot be reached from here: ${reason}. Look at its name, the proxy and the firewall.`,
    );
  }
}

export const mail: Check = {
  name: 'mail',
  async look({ config }) {
    if (config.mail === null)
      return [
        note('GOALPOST_SMTP_URL is not set: no invitations, no forgotten passwords, no letters of the chat.'),
      ];
    const { host, port } = config.mail.server;
    const reason = await connects(host, port);
    if (reason === null) return [well(`The SMTP server ${host}:${port} can be reached.`)];
    return [
      bad(`The SMTP server ${host}:${port} ${reason}. See GOALPOST_SMTP_URL; many hosts close port 25.`),
    ];
  },
};

function connects(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: WITHIN_MS });
    const settle = (reason: string | null) => {
      socket.destroy();
      resolve(reason);
    };
    socket.once('connect', () => settle(null));
    socket.once('timeout', () => settle('does not answer'));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      settle(`cannot be reached: ${error.code ?? error.message}`),
    );
  });
}

export const bucket: Check = {
  name: 'files',
  async look({ config }) {
    if (config.bucket === null) return [well('Files of the chat are in the data folder.')];
    const files = await openS3Files(join(config.dataDir, 'chat-files'), config.bucket);
    try {
      await files.check();
      return [well(`The bucket ${config.bucket.bucket} takes files.`)];
    } catch (error) {
      return [bad(`${(error as Error).message} See the settings GOALPOST_S3_….`)];
    } finally {
      files.close();
    }
  },
};
