import {
  programFromTemplate,
  REFERENCE_LOCALE,
  TEMPLATE_KEYS,
  TEMPLATES,
  type ProgramDefinition,
  emailAddress,
  type TemplateKey,
} from '@parvis/contracts';
import { findMunicipality as findReference, searchKey } from '@parvis/reference';
import { parseArgs } from 'node:util';
import { auditEntry } from '../database/audit.ts';
import type { Write } from '../database/store.ts';
import type { Deps } from '../deps.ts';
import { findAccountByEmail, insertAccount, insertGrant } from '../modules/identity/account.store.ts';
import { findMunicipality, insertMunicipality } from '../modules/programs/municipality.store.ts';
import { findProgram, insertProgram } from '../modules/programs/program.store.ts';
import { openInstallation, runCommand, UsageError } from './installation.ts';

const HELP = `Sets up an installation by hand. Run it on the server, as the user that runs Parvis.

  npm run admin -- municipality --code 0162 --email ADMIN [--name NAME] [--phone NUMBER]
      A municipality by its SCB code, and its first admin. The admin is also whom people may turn to.
  npm run admin -- program --municipality 0162 --template TEMPLATE [--name NAME]
      A program. TEMPLATE: ${TEMPLATE_KEYS.join(', ')}. Prints its id.
  npm run admin -- coordinator --program ID --email ADDRESS [--name NAME]
      Lets someone coordinate a program.
  npm run admin -- operator --email ADDRESS [--name NAME]
      Lets someone see how the machine is doing; an operator reads no person.

Whoever is given a role signs in with her address; the code comes by mail. The database is that of DATABASE_FILE.
`;

const options = {
  help: { type: 'boolean', short: 'h' },
  code: { type: 'string' },
  municipality: { type: 'string' },
  template: { type: 'string' },
  program: { type: 'string' },
  email: { type: 'string' },
  name: { type: 'string' },
  phone: { type: 'string' },
} as const;
type Given = Readonly<Partial<Record<Exclude<keyof typeof options, 'help'>, string>>>;

const COMMANDS: Readonly<Record<string, (deps: Deps, given: Given) => Promise<string>>> = {
  municipality: makeMunicipality,
  program: makeProgram,
  coordinator: makeCoordinator,
  operator: makeOperator,
};

await runCommand(HELP, async () => {
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.help === true) return HELP;
  const command = COMMANDS[positionals[0] ?? ''];
  if (command === undefined || positionals.length > 1) throw new UsageError('say what to make');
  const { deps, close } = openInstallation();
  try {
    return await command(deps, values);
  } finally {
    await close();
  }
});

async function makeMunicipality(deps: Deps, given: Given): Promise<string> {
  const reference = findReference(required(given, 'code'));
  if (reference === null) throw new UsageError('--code: no Swedish municipality has this code');
  const email = address(given);
  const existing = await findMunicipality(deps.store, reference.code);
  const row = {
    code: reference.code,
    name: reference.nameShort,
    slug: searchKey(reference.nameShort).replace(/[^a-z0-9]+/g, '-'),
    tint: 'plommon' as const,
    contactName: given.name ?? reference.name,
    contactEmail: email,
    contactPhone: given.phone ?? '',
    createdAt: deps.now(),
  };
  const { accountId, writes } = await accountFor(deps, email, given.name);
  await deps.store.writeTogether([
    ...(existing === null ? [insertMunicipality(row)] : []),
    ...writes,
    insertGrant({
      id: deps.newId(),
      accountId,
      role: 'admin',
      municipalityCode: row.code,
      createdAt: deps.now(),
    }),
    auditEntry(deps, { by: null, action: 'make-admin', noun: 'account', nounId: accountId }),
  ]);
  return `${row.name} (${row.code}); ${email} is its admin\n`;
}

async function makeProgram(deps: Deps, given: Given): Promise<string> {
  const code = required(given, 'municipality');
  if ((await findMunicipality(deps.store, code)) === null) {
    throw new UsageError('--municipality: make the municipality first');
  }
  const template = TEMPLATE_KEYS.find((key) => key === given.template);
  if (template === undefined) throw new UsageError(`--template: choose ${TEMPLATE_KEYS.join(', ')}`);
  const id = deps.newId();
  const at = deps.now();
  const row = {
    id,
    municipalityCode: code,
    template,
    definition: definitionOf(template, code, given.name),
    createdAt: at,
    updatedAt: at,
  };
  await deps.store.writeTogether([
    ...insertProgram(row, [code]),
    auditEntry(deps, { by: null, action: 'make-program', noun: 'program', nounId: id, programId: id }),
  ]);
  return `${id}\n`;
}

async function makeCoordinator(deps: Deps, given: Given): Promise<string> {
  const program = await findProgram(deps.store, required(given, 'program'));
  if (program === null) throw new UsageError('--program: there is no program with this id');
  const email = address(given);
  const { accountId, writes } = await accountFor(deps, email, given.name);
  await deps.store.writeTogether([
    ...writes,
    insertGrant({
      id: deps.newId(),
      accountId,
      role: 'coordinator',
      programId: program.id,
      createdAt: deps.now(),
    }),
    auditEntry(deps, {
      by: null,
      action: 'make-coordinator',
      noun: 'account',
      nounId: accountId,
      programId: program.id,
    }),
  ]);
  return `${email} coordinates ${program.definition.name}\n`;
}

async function makeOperator(deps: Deps, given: Given): Promise<string> {
  const email = address(given);
  const { accountId, writes } = await accountFor(deps, email, given.name);
  await deps.store.writeTogether([
    ...writes,
    insertGrant({ id: deps.newId(), accountId, role: 'operator', createdAt: deps.now() }),
    auditEntry(deps, { by: null, action: 'make-operator', noun: 'account', nounId: accountId }),
  ]);
  return `${email} is an operator\n`;
}

async function accountFor(
  deps: Deps,
  email: string,
  name: string | undefined,
): Promise<{ readonly accountId: string; readonly writes: readonly Write[] }> {
  const known = await findAccountByEmail(deps.store, email);
  if (known !== null) return { accountId: known.id, writes: [] };
  const id = deps.newId();
  const row = { id, email, name: name ?? null, locale: REFERENCE_LOCALE, createdAt: deps.now() };
  return { accountId: id, writes: [insertAccount(row)] };
}

function definitionOf(template: TemplateKey, code: string, name: string | undefined): ProgramDefinition {
  const definition = programFromTemplate(TEMPLATES[template], [code]);
  return name === undefined ? definition : { ...definition, name };
}

function address(given: Given): string {
  const read = emailAddress.safeParse(required(given, 'email'));
  if (!read.success) throw new UsageError('--email: this is not an e-mail address');
  return read.data;
}

function required(given: Given, name: keyof Given): string {
  const value = given[name];
  if (value === undefined) throw new UsageError(`--${name} is missing`);
  return value;
}
