import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../config.ts';
import { composeDeps, type Composed } from '../deps.ts';

/** What was written on the command line cannot be used; the message names the part. */
export class UsageError extends Error {}

/** The installation that the environment names, for a command beside the running server. */
export function openInstallation(): Composed {
  const config = readConfig(process.env);
  mkdirSync(dirname(config.databaseFile), { recursive: true });
  // No command signs a session.
  return composeDeps({ config, log: pino({ level: 'silent' }), secret: 'unused by commands' });
}

/** Runs a command: its answer on stdout; a usage error with the help on stderr, status 2; any other error, status 1. */
export async function runCommand(help: string, command: () => Promise<string>): Promise<void> {
  try {
    process.stdout.write(await command());
  } catch (error) {
    const usage = error instanceof UsageError || (error instanceof TypeError && 'code' in error);
    const message = error instanceof Error ? error.message : String(error);
    process.stderr.write(usage ? `${message}\n\n${help}` : `${message}\n`);
    process.exitCode = usage ? 2 : 1;
  }
}
