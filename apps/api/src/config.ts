import { BlockList, isIP } from 'node:net';
import * as z from 'zod';

/** The environment, read once. Each variable is described here, and the README's table is made from this. */

const port = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'give a port number, such as 3000' })
  .transform(Number)
  .refine((value) => value <= 65_535, { error: 'give a port number up to 65535' });

// z.coerce.boolean reads "false" as true.
const onOff = z
  .enum(['on', 'off', 'true', 'false', '1', '0', ''], { error: 'write on or off' })
  .transform((value) => ['on', 'true', '1'].includes(value));

const networks = z
  .string()
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine((list) => list.every(isNetwork), {
    error: 'give addresses or CIDR networks, comma between, such as 127.0.0.1,10.0.0.0/8',
  });

const origin = z
  .url({ protocol: /^https?$/, error: 'give the address people visit, such as https://parvis.example.se' })
  .refine((value) => new URL(value).origin === value, {
    error: 'give scheme, host and port only, without a final slash',
  });

export const CONFIG_SCHEMA = z.object({
  PORT: port.default(3000).meta({ description: 'Port to listen on.' }),
  HOST: z
    .string()
    .min(1)
    .default('127.0.0.1')
    .meta({ description: 'Address to listen on. `0.0.0.0` for every network.' }),
  ORIGIN: origin.optional().meta({
    description:
      'The address people visit. Writes from pages of any other origin are refused. Default: `http://localhost:` and the port.',
  }),
  DATABASE_FILE: z
    .string()
    .min(1)
    .default('data/parvis.sqlite')
    .meta({ description: 'The database file. Its folder is made when missing.' }),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'give smtp://user:password@host:587, or smtps:// for port 465' })
    .optional()
    .meta({ description: 'Mail server. Without it letters wait in the outbox.' }),
  MAIL_FROM: z
    .email({ error: 'give an e-mail address' })
    .default('parvis@localhost.localdomain')
    .meta({ description: 'Address that letters come from.' }),
  TRUSTED_PROXY: networks.default([]).meta({
    description:
      'Reverse proxies whose `X-Forwarded-*` headers are believed: addresses or CIDR networks, comma between.',
  }),
  METRICS_NETWORK: networks
    .default(['127.0.0.0/8', '::1/128'])
    .meta({ description: 'Networks that may read `/metrics`; for everyone else it is not there.' }),
  DEMO: onOff.default(false).meta({
    description:
      '`on` plants the demo towns in an empty database, shows the mail catcher and lets anyone sign in as a demo person. Never where real people are.',
  }),
  SESSION_SECRET: z
    .string()
    .min(32, {
      error: 'give at least 32 characters, or leave it out: one is made and kept beside the database',
    })
    .optional()
    .meta({
      description:
        'Signs sessions. Without it one is made on first start and kept beside the database, readable by the owner only.',
    }),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'choose fatal, error, warn, info, debug or silent',
    })
    .default('info')
    .meta({ description: 'How much is logged. No level logs personal data.' }),
  RATE_PER_MINUTE: z
    .string()
    .regex(/^\d{1,7}$/, { error: 'give a whole number' })
    .transform(Number)
    .default(1200)
    .meta({ description: 'Requests a minute from one address before it is asked to wait.' }),
});

type Variables = z.infer<typeof CONFIG_SCHEMA>;

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly origin: string;
  readonly databaseFile: string;
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  readonly trustedProxy: readonly string[];
  readonly metricsNetwork: readonly string[];
  readonly demo: boolean;
  /** Null: made and kept beside the database. */
  readonly sessionSecret: string | null;
  readonly logLevel: Variables['LOG_LEVEL'];
  readonly ratePerMinute: number;
  /** Refuse with 503 while the event loop lags; off in tests, where it always may. */
  readonly pressure: boolean;
  /** A reply that says more than its contract is a fault; only in tests. */
  readonly strictReplies: boolean;
}

/** Reads the settings; an unusable one is named with its remedy, all of them at once. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(CONFIG_SCHEMA.shape)
      .map((name) => [name, environment[name]?.trim()])
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = CONFIG_SCHEMA.safeParse(given);
  if (!read.success) {
    throw new Error(read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'));
  }
  const { data } = read;
  return {
    port: data.PORT,
    host: data.HOST,
    origin: data.ORIGIN ?? `http://localhost:${data.PORT}`,
    databaseFile: data.DATABASE_FILE,
    smtpUrl: data.SMTP_URL ?? null,
    mailFrom: data.MAIL_FROM,
    trustedProxy: data.TRUSTED_PROXY,
    metricsNetwork: data.METRICS_NETWORK,
    demo: data.DEMO,
    sessionSecret: data.SESSION_SECRET ?? null,
    logLevel: data.LOG_LEVEL,
    ratePerMinute: data.RATE_PER_MINUTE,
    pressure: true,
    strictReplies: false,
  };
}

/** The README's table: every variable, what it means, what holds when it is not given. */
export function configurationTable(): string {
  const defaults: Readonly<Record<string, unknown>> = CONFIG_SCHEMA.safeParse({}).data ?? {};
  const rows = Object.entries(CONFIG_SCHEMA.shape).map(([name, schema]) => {
    const value = defaults[name];
    const shown = value === undefined ? '' : `\`${shownDefault(value)}\``;
    return `| \`${name}\` | ${shown} | ${schema.meta()?.description ?? ''} |`;
  });
  return ['| Variable | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

function shownDefault(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/** `10.0.0.0/8`, `::1/128`, or a single address. */
function isNetwork(written: string): boolean {
  const [address = '', bits, ...rest] = written.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** Is an address in one of the networks? An IPv4 address met over IPv6 counts as itself. */
export function inNetworks(networks: readonly string[]): (address: string) => boolean {
  const list = new BlockList();
  for (const written of networks) {
    const [address = '', bits] = written.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, bits === undefined ? (family === 'ipv6' ? 128 : 32) : Number(bits), family);
  }
  return (address) => {
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = isIP(plain);
    return family !== 0 && list.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}
