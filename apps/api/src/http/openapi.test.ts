import { ENDPOINTS } from '@parvis/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { openTestHouse, type TestHouse } from '../test-house.ts';
import { exampleOf, type JsonSchema } from './examples.ts';
import { describeApi } from './openapi.ts';

describe('the documentation', () => {
  let house: TestHouse;
  beforeAll(async () => {
    house = await openTestHouse();
  });
  afterAll(() => house.close());

  it('describes every contract once', () => {
    const { paths } = z
      .object({ paths: z.record(z.string(), z.record(z.string(), z.object({ operationId: z.string() }))) })
      .parse(describeApi(ENDPOINTS));
    const named = Object.values(paths).flatMap((methods) =>
      Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(named.toSorted()).toEqual(ENDPOINTS.map(({ name }) => name).toSorted());
  });

  it('is a page, and a document', async () => {
    const page = await house.fastify.inject('/api/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    const document = await house.fastify.inject('/api/docs/json');
    expect(document.json()).toMatchObject({ openapi: '3.1.0', info: { title: 'Parvis' } });
  });

  it.each(
    ENDPOINTS.filter(({ carries, body }) => carries === 'json' && body instanceof z.ZodObject).map(
      (one) => [one.name, one] as const,
    ),
  )('gives an example of %s that can be sent', (_name, { params, query, body }) => {
    for (const part of [params, query, body]) {
      const schema = z.toJSONSchema(part, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
      expect(part.safeParse(exampleOf(schema)).error?.issues ?? []).toEqual([]);
    }
  });
});
