import { TEMPLATE_KEYS, type TemplateKey } from '@parvis/contracts';
import { parseArgs } from 'node:util';
import { plantLarge } from '../database/demo/large.ts';
import { openInstallation, runCommand, UsageError } from './installation.ts';

const MOST_PEOPLE = 200_000;
const HELP = `Plants one large program of made-up people in Järfälla, for load, into the database of DATABASE_FILE.

  npm run demo:large -- [--people 20000] [--newcomers-per-mentor 1] [--template sprakvan]

Never where real people are. Run it again for one more program. Templates: ${TEMPLATE_KEYS.join(', ')}.
`;

await runCommand(HELP, async () => {
  const { values } = parseArgs({
    options: {
      people: { type: 'string', default: '20000' },
      'newcomers-per-mentor': { type: 'string', default: '1' },
      template: { type: 'string', default: 'sprakvan' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help === true) return HELP;
  const asked = {
    people: readNumber('--people', values.people, [2, MOST_PEOPLE]),
    newcomersPerMentor: readNumber('--newcomers-per-mentor', values['newcomers-per-mentor'], [0.1, 100]),
    template: readTemplate(values.template),
  };
  const { deps, close } = openInstallation();
  const begun = performance.now();
  try {
    const { name, programId, newcomers, mentors, coordinator } = await plantLarge(deps, asked);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    return `${name}: ${newcomers} newcomers and ${mentors} mentors in ${seconds} s\nprogram ${programId}, coordinator ${coordinator}\n`;
  } finally {
    await close();
  }
});

function readNumber(name: string, written: string, [least, most]: readonly [number, number]): number {
  const number = Number(written);
  if (!(number >= least && number <= most))
    throw new UsageError(`${name}: give a number from ${least} to ${most}`);
  return name === '--people' ? Math.round(number) : number;
}

function readTemplate(written: string): TemplateKey {
  const found = TEMPLATE_KEYS.find((key) => key === written);
  if (found === undefined) throw new UsageError(`--template: one of ${TEMPLATE_KEYS.join(', ')}`);
  return found;
}
