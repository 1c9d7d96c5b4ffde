/** `/metrics` in Prometheus' text form, for the machine itself or a caller with a token. */
import type { FastifyInstance } from 'fastify';
import { Counter, Gauge, Registry, collectDefaultMetrics } from 'prom-client';
import { problem } from '../kit/problem.ts';
import { sendProblem } from './answers/answer.ts';
import { holdsToken, type Authenticator } from './auth/authentication.ts';
import { isDirect } from './direct-request.ts';

/** One number at one moment; `labels` tell apart those of the same name. */
export interface Sample {
  /** `counter`: it only grows while the server runs. */
  readonly kind: 'counter' | 'gauge';
  readonly name: string;
  readonly help: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Gives the samples of now. */
export type SampleSource = () => Iterable<Sample> | Promise<Iterable<Sample>>;

export function addMetrics(app: FastifyInstance, accounts: Authenticator, samples: SampleSource): void {
  const processMetrics = new Registry();
  collectDefaultMetrics({ register: processMetrics });
  app.get('/metrics', async (request, reply) => {
    if (!isDirect(request.raw) && !(await holdsToken(request, accounts))) {
      return sendProblem(
        request,
        reply,
        problem('unauthorized', 'Metrics are for this machine, or with a token.'),
      );
    }
    const own = await toRegistry(await samples());
    reply.header('cache-control', 'no-store').type(processMetrics.contentType);
    return reply.send(`${await own.metrics()}${await processMetrics.metrics()}`);
  });
}

async function toRegistry(samples: Iterable<Sample>): Promise<Registry> {
  const registry = new Registry();
  const metrics = new Map<string, Counter | Gauge>();
  for (const { kind, name, help, labels = {}, value } of samples) {
    let metric = metrics.get(name);
    if (!metric) {
      const settings = { name, help, labelNames: Object.keys(labels), registers: [registry] };
      metric = kind === 'counter' ? new Counter(settings) : new Gauge(settings);
      metrics.set(name, metric);
    }
    // Both begin at zero here: every answer has a registry of its own.
    metric.inc(labels, value);
  }
  return registry;
}
