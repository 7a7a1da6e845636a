/** The parts of JSON Schema that the contracts use. */
export interface JsonSchema {
  readonly $schema?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly format?: string;
  readonly pattern?: string;
}

const FORMATS: Readonly<Record<string, string>> = {
  uuid: '3f2b8c1e-5d6a-4b7c-8e9f-0a1b2c3d4e5f',
  'date-time': '2026-11-26T17:00:00.000Z',
  date: '2026-11-26',
  email: 'amina@example.se',
  uri: 'https://parvis.example.se',
};
/** Texts that match a contract's pattern, the first that does. */
const TEXTS = ['Amina', '0162', '18:00', '18260', '+46701234567', 'ar', '2221', '380', '7'];

/** Texts whose rule stands behind a transformation, where JSON Schema cannot see it. */
const BY_NAME: Readonly<Record<string, string>> = { email: 'amina@example.se', code: '1234 5678' };

/** One value that a schema would take: the same each time, for the documentation and the tests. */
export function exampleOf(schema: JsonSchema, name = ''): unknown {
  if (schema.examples?.[0] !== undefined) return schema.examples[0];
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const inner = schema.oneOf?.[0] ?? schema.anyOf?.[0] ?? schema.allOf?.[0];
  if (inner !== undefined) return exampleOf(inner, name);
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([inside, property]) => [
          inside,
          exampleOf(property, inside),
        ]),
      );
    case 'array':
      return schema.items === undefined ? [] : [exampleOf(schema.items, name)];
    case 'string':
      return FORMATS[schema.format ?? ''] ?? exampleText(schema.pattern, name);
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return null;
  }
}

function exampleText(pattern: string | undefined, name: string): string {
  if (pattern === undefined && BY_NAME[name] !== undefined) return BY_NAME[name];
  return TEXTS.find((text) => pattern === undefined || new RegExp(pattern).test(text)) ?? 'Amina';
}
