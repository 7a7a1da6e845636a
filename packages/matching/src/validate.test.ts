import { describe, expect, it } from 'vitest';
import { makePerson, NOW } from '../bench/people.ts';
import { dayNumber, greatCircleKilometres, matchRound, MatchingError, weeksWaiting } from './index.ts';
import type { Cefr, Person, RoundInput } from './index.ts';

function errorOf(change: Partial<RoundInput>): unknown {
  const input = {
    program: { requirements: [], preferences: [] },
    newcomers: [],
    mentors: [],
    now: NOW,
    ...change,
  };
  try {
    return matchRound(input);
  } catch (error) {
    return error instanceof MatchingError ? [error.code, error.place, error.value] : error;
  }
}

const one = (changes: Partial<Person>): Partial<RoundInput> => ({ mentors: [makePerson('m1', changes)] });
const noSuchLevel = JSON.parse('"D1"') as Cefr;

describe('input of which no round can be made', () => {
  it.each<readonly [Partial<RoundInput>, readonly [code: string, place: string, value: string]]>([
    [{ newcomers: [makePerson('a'), makePerson('a')] }, ['duplicate-person', 'newcomers', 'a']],
    [{ newcomers: [makePerson('a')], mentors: [makePerson('a')] }, ['duplicate-person', 'mentors', 'a']],
    [{ now: 'today' }, ['bad-date', 'now', 'today']],
    [{ now: '2026-02-29' }, ['bad-date', 'now', '2026-02-29']],
    [one({ waitingSince: '' }), ['bad-date', 'mentors[m1].waitingSince', '']],
    [one({ capacity: 0 }), ['bad-person', 'mentors[m1].capacity', '0']],
    [one({ capacity: 1.5 }), ['bad-person', 'mentors[m1].capacity', '1.5']],
    [one({ birthYear: Number.NaN }), ['bad-person', 'mentors[m1].birthYear', 'NaN']],
    [one({ availability: [336] }), ['bad-person', 'mentors[m1].availability', '336']],
    [
      one({ place: { latitude: 91, longitude: 0 } }),
      ['bad-person', 'mentors[m1].place', '{"latitude":91,"longitude":0}'],
    ],
    [one({ maxKilometres: -1 }), ['bad-person', 'mentors[m1].maxKilometres', '-1']],
    [one({ educations: [{ level: 8, field: null }] }), ['bad-person', 'mentors[m1].educations', '8']],
    [one({ educations: [{ level: 3, field: '' }] }), ['bad-person', 'mentors[m1].educations', '']],
    [
      one({ occupations: [{ occupation: null, ssyk: 'x', years: 1 }] }),
      ['bad-person', 'mentors[m1].occupations', 'x'],
    ],
    [
      one({ languages: [{ language: 'sv', level: noSuchLevel }] }),
      ['bad-person', 'mentors[m1].languages', 'D1'],
    ],
    [
      { program: { requirements: [], preferences: [{ kind: 'age', weight: -1 }] } },
      ['bad-rule', 'preferences[age].weight', '-1'],
    ],
    [
      { program: { requirements: [], preferences: [{ kind: 'age', weight: Number.NaN }] } },
      ['bad-rule', 'preferences[age].weight', 'NaN'],
    ],
    [
      {
        program: {
          requirements: [],
          preferences: [
            { kind: 'age', weight: 1 },
            { kind: 'age', weight: 2 },
          ],
        },
      },
      ['bad-rule', 'preferences[age]', 'twice'],
    ],
    [
      {
        program: {
          requirements: [
            { kind: 'age-span', years: 2 },
            { kind: 'age-span', years: 3 },
          ],
          preferences: [],
        },
      },
      ['bad-rule', 'requirements[age-span]', 'twice'],
    ],
    [
      { program: { requirements: [{ kind: 'common-time', halfHours: -2 }], preferences: [] } },
      ['bad-rule', 'requirements[common-time]', '-2'],
    ],
  ])('%o is refused by place and value', (change, expected) => {
    expect(errorOf(change)).toEqual(expected);
  });

  it('a very large number of places is only as many as there are people to fill them', () => {
    const input = {
      program: { requirements: [], preferences: [] },
      newcomers: [makePerson('n1')],
      mentors: [makePerson('m1', { capacity: Number.MAX_SAFE_INTEGER })],
      now: NOW,
    };
    expect(matchRound(input).certificate).toMatchObject({ matched: 1, optimal: true });
  });
});

describe('dates', () => {
  it('number days as the calendar does', () => {
    for (let day = -800_000; day < 200_000; day += 997) {
      const iso = new Date(day * 86_400_000).toISOString();
      if (/^\d{4}-/.test(iso)) expect(dayNumber(iso)).toBe(day);
    }
  });

  it('weeks are whole, and waiting that begins later is none', () => {
    expect(weeksWaiting('2026-02-16', '2026-03-01')).toBe(1);
    expect(weeksWaiting('2026-02-16T23:59:59Z', '2026-03-02T00:00:00Z')).toBe(2);
    expect(weeksWaiting('2026-04-01', '2026-03-02')).toBe(0);
  });
});

describe('distances', () => {
  const places = {
    stockholm: { latitude: 59.3293, longitude: 18.0686 },
    kiruna: { latitude: 67.8558, longitude: 20.2253 },
    sydney: { latitude: -33.8688, longitude: 151.2093 },
    antipode: { latitude: -59.3293, longitude: -161.9314 },
  };
  it.each<readonly [keyof typeof places, keyof typeof places]>([
    ['stockholm', 'stockholm'],
    ['stockholm', 'kiruna'],
    ['stockholm', 'sydney'],
    ['stockholm', 'antipode'],
    ['kiruna', 'sydney'],
  ])('from %s to %s agree with the haversine formula', (from, to) => {
    const [a, b] = [places[from], places[to]];
    const radians = Math.PI / 180;
    const h =
      Math.sin(((a.latitude - b.latitude) * radians) / 2) ** 2 +
      Math.cos(a.latitude * radians) *
        Math.cos(b.latitude * radians) *
        Math.sin(((a.longitude - b.longitude) * radians) / 2) ** 2;
    const haversine = 2 * 6371.0088 * Math.asin(Math.min(1, Math.sqrt(h)));
    expect(Math.abs(greatCircleKilometres(a, b) - haversine)).toBeLessThanOrEqual(0.0500001);
    expect(greatCircleKilometres(b, a)).toBe(greatCircleKilometres(a, b));
  });
});
