/** What the service takes and gives, as an OpenAPI document: docs/schema/openapi.json is written from it. */
import * as z from 'zod';
import { recordSchema } from '../many/fields.ts';
import { version } from '../version.ts';
import { finding, place } from '../work/published.ts';
import { problems } from './problem.ts';
import { jobSchema } from './queued.ts';

const problem = z
  .strictObject({
    type: z.string().describe('urn:etrati:problem: and the name of the problem'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    findings: z.array(finding).optional().describe('What is wrong with the document; request.json is the body'),
  })
  .describe('A problem (RFC 9457)');

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const binary = { schema: { type: 'string', format: 'binary' } };
const jsonOf = (name: string) => ({ 'application/json': { schema: ref(name) } });
const textOf = (type: string) => ({ [type]: { schema: { type: 'string' } } });

const statuses = new Map<number, string>(Object.values(problems).map(({ status, title }) => [status, title]));
const refusals = (...asked: readonly number[]) =>
  Object.fromEntries(
    asked.map((status) => [
      status,
      { description: statuses.get(status) ?? '', content: { 'application/problem+json': { schema: ref('Problem') } } },
    ]),
  );

const pathParameter = (name: string, description: string) => ({
  name,
  in: 'path',
  required: true,
  description,
  schema: { type: 'string' },
});

export function openApi(): Record<string, unknown> {
  const { schemas } = z.toJSONSchema(registry(), { uri: (id) => `#/components/schemas/${id}`, io: 'input' });
  return {
    openapi: '3.1.0',
    info: {
      title: 'Etrati',
      version: version(),
      description: 'Makes accessible documents of data: tagged PDF, DOCX, HTML, plain text and braille.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, {}],
    paths: paths(),
    components: {
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, { $schema, $id, ...rest }]) => [name, rest])),
    },
  };
}

function registry() {
  const all = z.registry<{ id: string }>();
  all.add(recordSchema, { id: 'Document' });
  all.add(problem, { id: 'Problem' });
  all.add(place, { id: 'Place' });
  all.add(finding, { id: 'Finding' });
  all.add(jobSchema, { id: 'Job' });
  return all;
}

function paths(): Record<string, unknown> {
  return {
    '/documents': {
      post: {
        operationId: 'makeDocument',
        summary: 'Make the files of a document',
        description:
          'One file is sent alone, several as a zip archive or as parts, by Accept; both have a findings.json with the warnings. A service with a queue answers with a job.',
        parameters: [
          {
            name: 'Idempotency-Key',
            in: 'header',
            description: 'A request that is sent again with the same key gets the same answer',
            schema: { type: 'string', maxLength: 255 },
          },
        ],
        requestBody: { required: true, content: jsonOf('Document') },
        responses: {
          200: {
            description: 'The files',
            headers: { 'Etrati-Warnings': { description: 'How many warnings there are', schema: { type: 'integer' } } },
            content: {
              'application/pdf': binary,
              'application/zip': binary,
              'multipart/mixed': binary,
              'application/octet-stream': binary,
              ...textOf('text/html'),
            },
          },
          202: {
            description: 'Workers will make it',
            headers: { Location: { description: 'The address of the job', schema: { type: 'string' } } },
            content: jsonOf('Job'),
          },
          ...refusals(400, 401, 406, 413, 415, 422, 500, 503, 504),
        },
      },
    },
    '/jobs/{id}': {
      get: {
        operationId: 'findJob',
        summary: 'How far a job is',
        parameters: [pathParameter('id', 'Of the job')],
        responses: { 200: { description: 'The job', content: jsonOf('Job') }, ...refusals(401, 404, 503) },
      },
    },
    '/jobs/{id}/files/{name}': {
      get: {
        operationId: 'fetchFile',
        summary: 'A file of a job that is done',
        parameters: [pathParameter('id', 'Of the job'), pathParameter('name', 'Of the file')],
        responses: {
          200: { description: 'The file', content: { 'application/octet-stream': binary } },
          ...refusals(401, 404, 503),
        },
      },
    },
    '/health': {
      get: {
        operationId: 'health',
        summary: 'Whether the service works',
        security: [],
        responses: {
          200: { description: 'It does', content: { 'application/json': { schema: { type: 'object' } } } },
          ...refusals(503),
        },
      },
    },
    '/metrics': {
      get: {
        operationId: 'metrics',
        summary: 'Counts and times, in the text form of Prometheus',
        responses: { 200: { description: 'The metrics', content: textOf('text/plain') }, ...refusals(401) },
      },
    },
    '/openapi.json': {
      get: {
        operationId: 'openapi',
        summary: 'This document',
        security: [],
        responses: {
          200: { description: 'OpenAPI 3.1', content: { 'application/json': { schema: { type: 'object' } } } },
        },
      },
    },
  };
}
