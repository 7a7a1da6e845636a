/** What a program's people are called, and how often and how long they meet. */
export const programs = {
  'word.newcomer': { one: 'nyanländ', other: 'nyanlända' },
  'word.adept': { one: 'adept', other: 'adepter' },
  'word.new-woman': { one: 'nyanländ', other: 'nyanlända' },
  'word.mentor': { one: 'mentor', other: 'mentorer' },
  'word.language-friend': { one: 'språkvän', other: 'språkvänner' },
  'word.buddy': { one: 'kompis', other: 'kompisar' },
  'word.established-woman': { one: 'etablerad', other: 'etablerade' },
  'period.week': { one: 'en vecka', other: '{count} veckor' },
  'period.month': { one: 'en månad', other: '{count} månader' },
  'period.day': { one: 'en dag', other: '{count} dagar' },
  'cadence.within': { one: 'Minst en träff på {period}', other: 'Minst {count} träffar på {period}' },
  'cadence.week': 'En träff i veckan i {period}',
  'cadence.month': 'En träff i månaden i {period}',
  gatherings: { one: 'En gång om året ses alla par.', other: '{count} gånger om året ses alla par.' },
  'answer-days': {
    one: 'Ni svarar på ett förslag inom en dag.',
    other: 'Ni svarar på ett förslag inom {count} dagar.',
  },
  progress: '{held} av {of} träffar',
  left: '{period} kvar',
  'left-none': 'Perioden är slut',
} as const;
