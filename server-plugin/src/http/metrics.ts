import type { FastifyPluginCallback } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../queue/database.ts';

const SECONDS = [0.005, 0.025, 0.1, 0.5, 2.5, 10, 60];

interface JobCount {
  readonly project: string;
  readonly state: string;
  readonly jobs: number;
  readonly instances: number;
}

interface ErrorCount {
  readonly code: string;
  readonly state: string;
  readonly jobs: number;
}

/**
 * `/metrics` for Prometheus. What is counted of jobs is read from the database when it is asked for, so that it is true of all workers
 * and after every restart. Labels are projects, states, codes and patterns of routes; no value of a dataset.
 */
export const metrics: FastifyPluginCallback<{ readonly database: Database }> = (app, { database }, done) => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'pseudonymize_' });
  const requests = new Histogram({
    name: 'pseudonymize_http_request_duration_seconds',
    help: 'HTTP requests by the pattern of their route',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  const jobs = new Gauge({
    name: 'pseudonymize_jobs',
    help: 'Jobs by project and state',
    labelNames: ['project', 'state'],
    registers: [registry],
  });
  const instances = new Gauge({
    name: 'pseudonymize_instances_done',
    help: 'SOP Instances that jobs have stored, by project and state of the job',
    labelNames: ['project', 'state'],
    registers: [registry],
  });
  const errors = new Gauge({
    name: 'pseudonymize_job_errors',
    help: 'Jobs that failed or are tried again, by the code of their error',
    labelNames: ['code', 'state'],
    registers: [registry],
  });

  const findings = new Gauge({
    name: 'pseudonymize_verification_findings',
    help: 'What verifications have found, by code',
    labelNames: ['code'],
    registers: [registry],
  });

  const count = async (): Promise<void> => {
    const counts = await database.query<JobCount>(
      `SELECT project, state, count(*)::int AS jobs, COALESCE(sum(done), 0)::int AS instances
       FROM deidentification_job WHERE verification IS NULL GROUP BY project, state`,
    );
    const failures = await database.query<ErrorCount>(
      `SELECT error_code AS code, state, count(*)::int AS jobs
       FROM deidentification_job WHERE error_code IS NOT NULL GROUP BY error_code, state`,
    );
    const found = await database.query<{ readonly code: string; readonly findings: number }>(
      'SELECT code, count(*)::int AS findings FROM verification_finding GROUP BY code',
    );
    for (const gauge of [jobs, instances, errors, findings]) gauge.reset();
    for (const { code, findings: count } of found) findings.set({ code }, count);
    for (const { project, state, ...of } of counts) {
      jobs.set({ project, state }, of.jobs);
      instances.set({ project, state }, of.instances);
    }
    for (const { code, state, jobs: failed } of failures) errors.set({ code, state }, failed);
  };

  app.addHook('onResponse', (request, reply, next) => {
    const route = request.routeOptions.url ?? 'page';
    requests.observe({ method: request.method, route, status: reply.statusCode }, reply.elapsedTime / 1000);
    next();
  });
  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    await count();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
  done();
};

// The hook is of the whole application.
(metrics as unknown as Record<symbol, boolean>)[Symbol.for('skip-override')] = true;
