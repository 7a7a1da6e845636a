import type { TodayItem } from '@parvis/contracts';
import { formatDate, formatDay, formatList, formatTime, type Speaker } from '@parvis/messages';
import type { IconName } from '#ui/icons.ts';
import { firstName, strong } from '../strong.ts';

interface Face {
  readonly id: string;
  readonly name: string;
}
export interface Line {
  readonly key: string;
  readonly program: TodayItem['program'];
  readonly urgency: TodayItem['urgency'];
  readonly faces: readonly Face[];
  /** Shown when the line is about no single person. */
  readonly sign: IconName;
  readonly sentence: string;
  readonly more: string;
  /** Where the line is about; the action may be a telephone call. */
  readonly opens: string;
  readonly act: { readonly href: string; readonly label: string; readonly icon: IconName };
}
type Kind<K extends TodayItem['kind']> = Extract<TodayItem, { kind: K }>;
type Told = Pick<Line, 'faces' | 'sign' | 'sentence' | 'more' | 'opens' | 'act'>;
type Words = Pick<Speaker, 'locale' | 't'> & { readonly today: string };

/** What waits, as a line: who, why, and the one thing to do. */
export function lineOf(words: Words, item: TodayItem): Line {
  const told = tell(words, item);
  return {
    key: `${item.kind} ${item.program.programId} ${told.opens}`,
    program: item.program,
    urgency: item.urgency,
    ...told,
  };
}

function tell(words: Words, item: TodayItem): Told {
  switch (item.kind) {
    case 'proposal-unanswered':
      return unanswered(words, item);
    case 'letter-by-hand':
    case 'meeting-disputed':
    case 'pair-silent':
    case 'pair-behind':
    case 'proposal-declined':
    case 'said-unsafe':
      return aboutPair(words, item);
    case 'round-draft':
    case 'round-possible':
      return aboutRound(words, item);
    case 'applied':
      return applied(words, item);
    case 'can-match-nobody':
    case 'occupation-unplaced':
      return aboutPeople(words, item);
    case 'pairs-finished':
      return finished(words, item);
  }
}

function unanswered({ t, locale, today }: Words, item: Kind<'proposal-unanswered'>): Told {
  const [silent] = item.silent;
  const one = item.silent.length === 1 && silent !== undefined ? silent : undefined;
  const other = one?.side === 'mentor' ? item.newcomer : item.mentor;
  const by = {
    day: isDay(item.answerBy, today) ? t('ui.today') : formatDay(locale, item.answerBy),
    time: formatTime(locale, item.answerBy),
  };
  const call = item.silent.find(({ phone }) => phone !== null);
  return {
    ...pairFace(item),
    sentence:
      one === undefined
        ? t('desk.today.unanswered-both', bothOf(item))
        : t('desk.today.unanswered', { name: strong(one.name), other: strong(other) }),
    more:
      one === undefined
        ? t('desk.today.answer-by', by)
        : t('desk.today.answer-by-other-yes', { ...by, other: firstName(other) }),
    act:
      call?.phone === undefined || call.phone === null
        ? { href: pairPath(item), label: t('desk.today.open-pair'), icon: 'arrow' }
        : {
            href: `tel:${call.phone}`,
            label: t('desk.today.call', { name: firstName(call.name) }),
            icon: 'phone',
          },
  };
}

function aboutPair(
  { t, locale }: Words,
  item: Kind<
    | 'letter-by-hand'
    | 'meeting-disputed'
    | 'pair-silent'
    | 'pair-behind'
    | 'proposal-declined'
    | 'said-unsafe'
  >,
): Told {
  const open = (label: string, icon: IconName = 'arrow') => ({ href: pairPath(item), label, icon });
  switch (item.kind) {
    case 'letter-by-hand': {
      const other = item.name === item.newcomer ? item.mentor : item.newcomer;
      return {
        ...pairFace(item),
        sentence: t('desk.today.by-hand', { name: strong(item.name) }),
        more: t('desk.today.by-hand-more', { other }),
        act: open(t('desk.today.by-hand-do'), 'letter'),
      };
    }
    case 'meeting-disputed':
      return {
        ...pairFace(item),
        sentence: t('desk.today.disputed', { ...bothOf(item), date: formatDate(locale, item.on) }),
        more: t('desk.today.disputed-more'),
        act: { ...open(t('desk.today.disputed-do'), 'calendar'), href: `${pairPath(item)}#meetings` },
      };
    case 'pair-silent':
      return {
        ...pairFace(item),
        sentence: t('desk.today.silent', { ...bothOf(item), count: item.days }),
        more: t('programs.progress', { held: item.held, of: item.of }),
        act: open(t('desk.today.silent-do'), 'message'),
      };
    case 'pair-behind':
      return {
        ...pairFace(item),
        sentence: t('desk.today.behind', { ...bothOf(item), held: item.held, of: item.of }),
        more: t('desk.today.behind-more', { date: formatDate(locale, item.endsOn) }),
        act: open(t('desk.today.silent-do'), 'message'),
      };
    case 'said-unsafe':
      return {
        ...pairFace(item),
        sentence: t('desk.today.unsafe', { name: strong(item[item.by]), other: strong(item.name) }),
        more: t('desk.today.unsafe-more', { other: item.name }),
        act: open(t('desk.today.unsafe-do'), 'warning'),
      };
    case 'proposal-declined': {
      const [who, other] =
        item.by === 'newcomer' ? [item.newcomer, item.mentor] : [item.mentor, item.newcomer];
      return {
        ...pairFace(item),
        sentence: t('desk.today.declined', { name: strong(who), other: strong(other) }),
        more: t('desk.today.declined-more'),
        act: open(t('desk.today.declined-do')),
      };
    }
  }
}

function aboutRound({ t }: Words, item: Kind<'round-draft' | 'round-possible'>): Told {
  if (item.kind === 'round-draft') {
    const opens = `/rounds/${item.roundId}`;
    return {
      faces: [],
      sign: 'ribbon',
      sentence: t('desk.today.round-draft', {
        round: strong(t('desk.today.round-number', { number: item.number })),
        count: item.pairs,
      }),
      more: t('desk.today.round-draft-more', { count: item.leftOut }),
      opens,
      act: { href: opens, label: t('desk.today.round-draft-do'), icon: 'arrow' },
    };
  }
  const opens = `/programs/${item.program.programId}/rounds`;
  return {
    faces: [],
    sign: 'ribbon',
    sentence: t('desk.today.round-possible', {
      people: strong(t('ui.people', { count: item.peoplePaired })),
    }),
    more: t('desk.today.round-possible-more', { newcomers: item.newcomers, mentors: item.mentors }),
    opens,
    act: { href: opens, label: t('desk.today.round-possible-do'), icon: 'ribbon' },
  };
}

function applied({ t }: Words, item: Kind<'applied'>): Told {
  const opens = `/programs/${item.program.programId}/people/${item.personId}`;
  return {
    faces: [{ id: item.personId, name: item.name }],
    sign: 'person',
    sentence:
      item.days === 0
        ? t('desk.today.applied-today', { name: strong(item.name) })
        : t('desk.today.applied', { name: strong(item.name), count: item.days }),
    more: t(`desk.today.applied-as.${item.side}`),
    opens,
    act: { href: opens, label: t('desk.today.applied-do'), icon: 'person' },
  };
}

function aboutPeople({ t, locale }: Words, item: Kind<'can-match-nobody' | 'occupation-unplaced'>): Told {
  const base = `/programs/${item.program.programId}`;
  const people: readonly { personId: string; name: string; asWritten?: string }[] = item.people;
  const [first] = people;
  const one = people.length === 1 ? first : undefined;
  const who = one === undefined ? strong(t('ui.people', { count: people.length })) : strong(one.name);
  const names = listFirst(
    { t, locale },
    people.map(({ name }) => name),
  );
  const opens = one === undefined ? `${base}#stuck` : `${base}/people/${one.personId}`;
  const faces = one === undefined ? [] : [{ id: one.personId, name: one.name }];
  if (item.kind === 'can-match-nobody') {
    return {
      faces,
      sign: 'person',
      sentence: t('desk.today.nobody', { who, count: people.length }),
      more: one === undefined ? names : t('desk.today.nobody-more'),
      opens,
      act: { href: opens, label: t('desk.today.nobody-do'), icon: 'arrow' },
    };
  }
  const place = first === undefined ? `${base}/people` : `${base}/people/${first.personId}/edit`;
  return {
    faces,
    sign: 'pencil',
    sentence: t('desk.today.unplaced', { who, count: people.length }),
    more:
      first === undefined
        ? names
        : t('desk.today.unplaced-more', { name: first.name, written: first.asWritten ?? '' }),
    opens: place,
    act: { href: place, label: t('desk.today.unplaced-do'), icon: 'pencil' },
  };
}

function finished({ t, locale }: Words, item: Kind<'pairs-finished'>): Told {
  const opens = `/programs/${item.program.programId}/pairs?pace=finished`;
  const names = item.pairs.map((pair) =>
    t('ui.pair-of', { first: firstName(pair.newcomer), second: firstName(pair.mentor) }),
  );
  const [first] = item.pairs;
  return {
    faces: first === undefined ? [] : pairFaces({ ...first, program: item.program }),
    sign: 'check',
    sentence: t('desk.today.finished', { pairs: strong(t('ui.pairs', { count: item.pairs.length })) }),
    more: listFirst({ t, locale }, names),
    opens,
    act: { href: opens, label: t('desk.today.finished-do'), icon: 'check' },
  };
}

/** The first few by name, and how many more there are. */
function listFirst({ t, locale }: Pick<Words, 't' | 'locale'>, names: readonly string[]): string {
  const shown = names.length <= 4 ? names : names.slice(0, 3);
  const more = names.length - shown.length;
  return formatList(locale, more === 0 ? shown : [...shown, t('desk.today.and-more', { count: more })]);
}

interface PairOf {
  readonly pairId: string;
  readonly newcomer: string;
  readonly mentor: string;
  readonly program: { readonly programId: string };
}

function pairPath({ pairId, program }: Pick<PairOf, 'pairId' | 'program'>): string {
  return `/programs/${program.programId}/pairs/${pairId}`;
}

function pairFaces({ pairId, newcomer, mentor }: PairOf): Face[] {
  return [
    { id: `${pairId}-newcomer`, name: newcomer },
    { id: `${pairId}-mentor`, name: mentor },
  ];
}

function pairFace(item: PairOf): Pick<Told, 'faces' | 'sign' | 'opens'> {
  return { faces: pairFaces(item), sign: 'person', opens: pairPath(item) };
}

function bothOf({ newcomer, mentor }: Pick<PairOf, 'newcomer' | 'mentor'>) {
  return { newcomer: strong(newcomer), mentor: strong(mentor) };
}

function isDay(instant: string, day: string): boolean {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date(instant)) === day;
}
