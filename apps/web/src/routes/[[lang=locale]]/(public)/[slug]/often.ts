import type { OpenProgram } from '@parvis/contracts';
import { cadenceSentence, type Translate } from '@parvis/messages';

/** "Minst 3 träffar på 6 månader. 2 gånger om året ses alla par." */
export function oftenWords(
  t: Translate,
  program: Pick<OpenProgram, 'cadence' | 'period' | 'gatheringsPerYear'>,
): string {
  const cadence = `${cadenceSentence(t, program)}.`;
  if (program.gatheringsPerYear === 0) return cadence;
  return `${cadence} ${t('programs.gatherings', { count: program.gatheringsPerYear })}`;
}
