/** Two servers below one host, behind Debian's nginx by the example that the documents name. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { REMOVE } from '../../packages/server/test/remove.ts';

const NGINX = '/usr/sbin/nginx';
const EXAMPLE = join(import.meta.dirname, '../../deploy/proxy/nginx-subpath.conf');

/** Folder of each server, and the port where it listens. */
export interface Below {
  /** Such as `/stats`. */
  readonly base: string;
  readonly port: number;
}

/**
 * Starts nginx on a port of this machine.
 * @param kept the folder is passed on
 * @param taken the folder is taken away
 */
export async function startNginx(port: number, kept: Below, taken: Below): Promise<AsyncDisposable> {
  if (!existsSync(NGINX)) throw new Error(`No ${NGINX}. Install the Debian package "nginx".`);
  const folder = await mkdtemp(join(tmpdir(), 'goalpost-nginx-'));
  const file = join(folder, 'nginx.conf');
  await writeFile(file, configOf(folder, port, kept, taken));
  const nginx = spawn(NGINX, ['-p', folder, '-c', file, '-e', 'stderr', '-g', 'daemon off;'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const said: string[] = [];
  const ended = once(nginx, 'exit');
  const started = (async () => {
    for await (const line of createInterface({ input: nginx.stderr })) {
      said.push(line);
      if (line.includes('start worker process ')) return;
    }
    throw new Error(`nginx does not start: ${said.join('\n')}`);
  })();
  await started;
  nginx.stderr.resume();
  return {
    async [Symbol.asyncDispose]() {
      nginx.kill('SIGTERM');
      await ended;
      await rm(folder, REMOVE);
    },
  };
}

function configOf(folder: string, port: number, kept: Below, taken: Below): string {
  const example = readFileSync(EXAMPLE, 'utf8')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${port};`)
    .replaceAll(/^ +ssl_certificate.*\n/gm, '')
    .replaceAll('/var/log/nginx', folder)
    .replace('127.0.0.1:8090', `127.0.0.1:${kept.port}`)
    .replaceAll('/stats/', `${kept.base}/`);
  const [place = ''] = new RegExp(`^  location ${kept.base}/ \\{[^]*?^  \\}`, 'm').exec(example) ?? [];
  const other = place
    .replace(`location ${kept.base}/`, `location ${taken.base}/`)
    .replace('proxy_pass http://goalpost;', 'proxy_pass http://other/;');
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${join(folder, name)};`)
    .join('\n');
  return `pid ${join(folder, 'pid')};
${process.getuid?.() === 0 ? 'user root;' : ''}
worker_processes 1;
error_log stderr notice;
events {}
http {
${temporary}
  upstream other { server 127.0.0.1:${taken.port}; }
${example.replace(place, `${place}\n${other}`)}
}
`;
}
