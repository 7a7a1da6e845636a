import { problem, REFUSALS, type Access, type Endpoint, type RefusalCode } from '@parvis/contracts';
import * as z from 'zod';
import { exampleOf, type JsonSchema } from './examples.ts';

/** OpenAPI 3.1 of a list of contracts. */
export function describeApi(endpoints: readonly Endpoint[]): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: describeEndpoint(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Parvis',
      version: '0.1.0',
      description:
        'Pairs newcomers with established residents, says why, and follows each pair through its program.',
    },
    paths,
    components: {
      schemas: { Problem: schemaOf(problem, 'output') },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-parvis' } },
    },
  };
}

const WHO: Readonly<Record<Access, string>> = {
  anyone: 'Open to anyone.',
  'signed-in': 'For anyone signed in, about herself.',
  'participant-self': 'For the person herself.',
  'member-of-pair': 'For the two people of the pair.',
  'coordinator-of-program': 'For coordinators of the program.',
  'admin-of-municipality': 'For admins of the municipality.',
  operator: 'For operators.',
};

function describeEndpoint(endpoint: Endpoint): Readonly<Record<string, unknown>> {
  const { name, summary, access, body, carries, demoOnly } = endpoint;
  const json = schemaOf(body, 'input');
  const bodiless =
    carries !== 'octets' &&
    Object.keys(json.properties ?? {}).length === 0 &&
    json.anyOf === undefined &&
    json.oneOf === undefined;
  const content =
    carries === 'octets' ? { 'application/octet-stream': {} } : { 'application/json': withExample(json) };
  return {
    operationId: name,
    summary,
    description: `${WHO[access]}${demoOnly ? ' Served only in the demo.' : ''}`,
    tags: [endpoint.path.split('/')[2] ?? 'api'],
    security: access === 'anyone' ? [] : [{ session: [] }],
    parameters: describeParameters(endpoint),
    ...(bodiless || endpoint.method === 'GET' ? {} : { requestBody: { required: true, content } }),
    responses: { [endpoint.status]: describeGood(endpoint), ...describeProblems(endpoint) },
  };
}

function describeParameters({ params, query, idempotent }: Endpoint): readonly unknown[] {
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    schema: { type: 'string', minLength: 8, maxLength: 200 },
    description: 'The same key with the same request is done once and answered alike.',
  };
  return [...named(params, 'path'), ...named(query, 'query'), ...(idempotent ? [key] : [])];
}

function named(schema: z.ZodType, place: 'path' | 'query'): readonly unknown[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
    ...(place === 'path' ? { example: exampleOf(property) } : {}),
  }));
}

function describeGood({ reply, carries, summary, status }: Endpoint): Readonly<Record<string, unknown>> {
  if (status === 204) return { description: summary };
  const content =
    carries === 'file' ? { '*/*': {} } : { 'application/json': withExample(schemaOf(reply, 'output')) };
  return { description: summary, content };
}

const REQUEST_ID = '0190a3c2-7b1e-4d53-9a63-5f2f0c6a1e11';

/** Each way of saying no under its status, with an example of each code. */
function describeProblems({
  access,
  refusals,
  params,
  query,
  body,
}: Endpoint): Readonly<Record<string, unknown>> {
  const closed: readonly RefusalCode[] = access === 'anyone' ? [] : ['signed-out', 'not-there'];
  const byStatus = Map.groupBy(new Set([...closed, ...refusals]), (code) => REFUSALS[code]);
  const answers = Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      describeProblem(
        codes.join(', '),
        Object.fromEntries(
          codes.map((code) => [
            code,
            { value: { kind: 'refused', status, code, facts: {}, requestId: REQUEST_ID } },
          ]),
        ),
      ),
    ]),
  );
  const readable = [params, query, body].some((part) => Object.keys(schemaOf(part, 'input')).length > 0);
  if (!readable || answers['422'] !== undefined) return answers;
  const fields = [{ path: 'name', code: 'required', facts: {} }];
  const invalid = { value: { kind: 'invalid', status: 422, fields, requestId: REQUEST_ID } };
  return { ...answers, 422: describeProblem('invalid input, field by field', { invalid }) };
}

function describeProblem(description: string, examples: unknown): Readonly<Record<string, unknown>> {
  return {
    description,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' }, examples } },
  };
}

function withExample(schema: JsonSchema): Readonly<Record<string, unknown>> {
  return { schema, example: exampleOf(schema) };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  // What JSON Schema cannot say (a file, nothing at all) is left open.
  const { $schema, ...json } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as JsonSchema;
  void $schema;
  return json;
}
