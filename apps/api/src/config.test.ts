import { describe, expect, it } from 'vitest';
import { CONFIG_SCHEMA, configurationTable, inNetworks, readConfig } from './config.ts';

describe('the settings', () => {
  it('stand by themselves', () => {
    expect(readConfig({})).toMatchObject({
      port: 3000,
      origin: 'http://localhost:3000',
      demo: false,
      smtpUrl: null,
      trustedProxy: [],
    });
  });

  it.each([
    ['on', true],
    ['true', true],
    ['1', true],
    ['off', false],
    ['false', false],
    ['0', false],
    ['', false],
  ])('DEMO=%s is %s', (DEMO, demo) => {
    expect(readConfig({ DEMO }).demo).toBe(demo);
  });

  it.each([
    ['PORT', '70000', 'port number'],
    ['PORT', '-1', 'port number'],
    ['DEMO', 'yes please', 'on or off'],
    ['ORIGIN', 'https://parvis.example.se/', 'without a final slash'],
    ['ORIGIN', 'javascript:alert(1)', 'address people visit'],
    ['TRUSTED_PROXY', 'true', 'CIDR'],
    ['TRUSTED_PROXY', '1', 'CIDR'],
    ['TRUSTED_PROXY', '10.0.0.0/33', 'CIDR'],
    ['SMTP_URL', 'mail.example.se', 'smtp://'],
    ['SESSION_SECRET', 'short', '32 characters'],
    ['LOG_LEVEL', 'loud', 'choose'],
  ])('%s=%s is refused with a remedy', (name, value, remedy) => {
    expect(() => readConfig({ [name]: value })).toThrow(new RegExp(`^${name}: .*${remedy}`));
  });

  it('name every unusable one at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'x' })).toThrow(/PORT: .*\nDEMO: /);
  });

  it('are all described in the table', () => {
    const table = configurationTable();
    for (const name of Object.keys(CONFIG_SCHEMA.shape)) {
      expect(table).toMatch(new RegExp(`\\| \`${name}\` \\| .* \\| \\S+`));
    }
    expect(table).toContain('| `PORT` | `3000` |');
    expect(table).toContain('| `METRICS_NETWORK` | `127.0.0.0/8,::1/128` |');
  });
});

describe('a network', () => {
  it.each([
    ['10.0.0.0/8', '10.9.9.9', true],
    ['10.0.0.0/8', '11.0.0.1', false],
    ['127.0.0.1', '127.0.0.1', true],
    ['127.0.0.1', '::ffff:127.0.0.1', true],
    ['fd00::/8', 'fd12::1', true],
    ['fd00::/8', '10.0.0.1', false],
    ['10.0.0.0/8', 'nonsense', false],
  ])('%s holds %s: %s', (network, address, holds) => {
    expect(inNetworks([network])(address)).toBe(holds);
  });
});
