import { describe, expect, it } from 'vitest';
import {
  findOccupation,
  listSubstitutes,
  occupationGroup,
  occupationLabel,
  occupationLabelWithLanguage,
  substitutesAmong,
} from './index.ts';

const judge = 'uFNT_1EH_Cgq';
const pharmacist = 'YHfo_Sbx_vzK';

describe('an occupation', () => {
  it('has its name in three languages where ESCO has the same occupation', () => {
    expect(occupationLabel(judge, 'sv')).toBe('Domare');
    expect(occupationLabel(judge, 'en')).toBe('judge');
    expect(occupationLabel(judge, 'ar')).toBe('قاضي / قاضية');
  });

  it('takes the title of its group in English where ESCO has none, and says in which language a name came out', () => {
    expect(findOccupation(pharmacist)).toMatchObject({ en: null, ar: null, ssyk: '2281' });
    expect(occupationLabelWithLanguage(pharmacist, 'ar')).toEqual({
      text: occupationGroup('2281')?.en,
      language: 'en',
    });
    expect(occupationLabel('nobody', 'sv')).toBeNull();
  });
});

describe('a group', () => {
  it('is known on every level', () => {
    expect(occupationGroup('2612')).toMatchObject({ sv: 'Domare', en: 'Judges' });
    expect(occupationGroup('2')?.en).toBe('Occupations requiring advanced level of higher education');
    expect(occupationGroup('9999')).toBeNull();
  });

  it("knows the code under which JobTech merges SCB's", () => {
    expect(occupationGroup('1212')?.group).toBe('1210');
    expect(occupationGroup('5322')?.group).toBe('5321');
    expect(occupationGroup('7619')?.group).toBe('');
    expect(occupationGroup('1210')?.en).toBe('Finance managers');
  });
});

describe('substitutes', () => {
  it('are those of which both occupations are asked for, in the published direction', () => {
    const [first] = listSubstitutes('17FS_XzU_AQ4');
    expect(first).toEqual({ occupation: '17FS_XzU_AQ4', by: 'Sbzf_iBA_MAS', percent: 75 });
    const among = substitutesAmong(['17FS_XzU_AQ4', 'Sbzf_iBA_MAS', judge]);
    expect(among).toContainEqual(first);
    expect(among.every(({ occupation, by }) => [occupation, by].every((id) => id !== judge))).toBe(true);
  });

  it('are none for one alone or for unknown ids', () => {
    expect(substitutesAmong([judge])).toEqual([]);
    expect(substitutesAmong(['x', 'y'])).toEqual([]);
  });
});
