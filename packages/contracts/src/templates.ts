import type { ProgramDefinition, TemplateKey } from './programs.ts';

/**
 * The programs a municipality can start from, made only of the parts that any program is made of. What the sources
 * say is taken from them; where a source gives no figure, the value is a default and its path stands in `defaults`.
 *
 * Sources: Danderyd (Kv(in)na, Nema problema mentorskap), Lerum (Språkvän), Järfälla (Järfällakompis, mentor during
 * praktik), Norsjö–Malå–Arvidsjaur (NYMF).
 */

const sprakvan: ProgramDefinition = {
  name: 'Språkvän',
  summary: {
    sv: 'Ni två träffas och pratar svenska i vardagen: på biblioteket, på en promenad eller över en kopp kaffe.',
    en: 'The two of you meet and speak everyday Swedish: at the library, on a walk or over a cup of coffee.',
    ar: 'تلتقيان وتتحدثان السويدية اليومية: في المكتبة أو أثناء نزهة أو حول فنجان قهوة.',
  },
  tint: 'mossa',
  words: { newcomer: 'newcomer', mentor: 'language-friend' },
  period: { length: 10, unit: 'week' },
  cadence: { meetings: 10, each: 'week' },
  gatheringsPerYear: 0,
  topics: ['everyday-swedish', 'society', 'leisure', 'family', 'other'],
  answerDays: 7,
  rules: {
    requirements: [
      { kind: 'minimum-age', side: 'newcomer', years: 16 },
      { kind: 'minimum-age', side: 'mentor', years: 16 },
      { kind: 'language', common: 'A2', swedish: 'A1' },
      { kind: 'common-time', halfHours: 2 },
      { kind: 'nearness', kilometres: 20, orRemote: true },
      { kind: 'municipality', among: [], across: 'always' },
    ],
    preferences: [
      { kind: 'language', weight: 6 },
      { kind: 'common-time', weight: 8 },
      { kind: 'nearness', weight: 6 },
      { kind: 'ways', weight: 3 },
      { kind: 'age', weight: 3 },
      { kind: 'interests', weight: 5 },
      { kind: 'wishes', weight: 5 },
      { kind: 'wish-most', weight: 5 },
      { kind: 'occupation', weight: 2 },
    ],
  },
  defaults: ['period', 'cadence', 'answerDays', 'rules.requirements', 'rules.preferences'],
};

const jarfallakompis: ProgramDefinition = {
  name: 'Järfällakompis',
  summary: {
    sv: 'En som bott här länge blir kompis med någon som är ny. Ni gör det ni tycker om.',
    en: 'Someone who has lived here long becomes friends with someone who is new. You do what you both like.',
    ar: 'يصبح شخصٌ يعيش هنا منذ زمن صديقًا لشخصٍ جديد. تفعلان معًا ما تحبّان.',
  },
  tint: 'tegel',
  words: { newcomer: 'newcomer', mentor: 'buddy' },
  period: { length: 6, unit: 'month' },
  cadence: { meetings: 6, each: 'month' },
  gatheringsPerYear: 0,
  topics: ['leisure', 'everyday-swedish', 'society', 'family', 'other'],
  answerDays: 7,
  rules: {
    requirements: [
      { kind: 'minimum-age', side: 'newcomer', years: 18 },
      { kind: 'minimum-age', side: 'mentor', years: 18 },
      { kind: 'age-span', years: 30 },
      { kind: 'language', common: 'A2', swedish: 'A2' },
      { kind: 'common-time', halfHours: 2 },
      { kind: 'nearness', kilometres: 15, orRemote: false },
      { kind: 'municipality', among: [], across: 'always' },
    ],
    preferences: [
      { kind: 'interests', weight: 9 },
      { kind: 'common-time', weight: 7 },
      { kind: 'language', weight: 5 },
      { kind: 'nearness', weight: 6 },
      { kind: 'age', weight: 5 },
      { kind: 'ways', weight: 3 },
      { kind: 'wishes', weight: 5 },
      { kind: 'wish-most', weight: 5 },
    ],
  },
  defaults: ['period', 'cadence', 'answerDays', 'rules.requirements', 'rules.preferences'],
};

const praktikmentor: ProgramDefinition = {
  name: 'Mentor under praktik',
  summary: {
    sv: 'Medan du har praktik har du en mentor vid sidan om: någon att fråga om arbetsplatsen och om vägen till ett jobb.',
    en: 'While you are on your internship you have a mentor beside you: someone to ask about the workplace and the way to a job.',
    ar: 'خلال فترة تدريبك العملي يكون لديك مرشد إلى جانبك: شخص تسأله عن مكان العمل وعن الطريق إلى وظيفة.',
  },
  tint: 'skiffer',
  words: { newcomer: 'newcomer', mentor: 'mentor' },
  period: { length: 3, unit: 'month' },
  cadence: { meetings: 6, each: null },
  gatheringsPerYear: 0,
  topics: ['working-life', 'labour-market', 'everyday-swedish', 'cv', 'interview-training', 'other'],
  answerDays: 5,
  rules: {
    requirements: [
      { kind: 'minimum-age', side: 'newcomer', years: 18 },
      { kind: 'minimum-age', side: 'mentor', years: 18 },
      { kind: 'language', common: 'A2', swedish: 'A2' },
      { kind: 'common-time', halfHours: 2 },
      { kind: 'nearness', kilometres: 25, orRemote: true },
      { kind: 'municipality', among: [], across: 'always' },
    ],
    preferences: [
      { kind: 'occupation', weight: 9 },
      { kind: 'education-field', weight: 4 },
      { kind: 'language', weight: 6 },
      { kind: 'common-time', weight: 6 },
      { kind: 'nearness', weight: 4 },
      { kind: 'ways', weight: 3 },
      { kind: 'wishes', weight: 4 },
      { kind: 'wish-most', weight: 4 },
    ],
  },
  defaults: ['period', 'cadence', 'answerDays', 'rules.requirements', 'rules.preferences'],
};

const kvinna: ProgramDefinition = {
  name: 'Kv(in)na',
  summary: {
    sv: 'Två kvinnor träffas minst tre gånger på sex månader: en fika på video, en promenad eller ett samtal. Två gånger om året ses alla par.',
    en: 'Two women meet at least three times in six months: a coffee on video, a walk or a call. Twice a year all pairs come together.',
    ar: 'تلتقي امرأتان ثلاث مرات على الأقل خلال ستة أشهر: قهوة عبر الفيديو أو نزهة أو مكالمة. ومرتين في السنة يلتقي الجميع.',
  },
  tint: 'plommon',
  words: { newcomer: 'new-woman', mentor: 'established-woman' },
  period: { length: 6, unit: 'month' },
  cadence: { meetings: 3, each: null },
  gatheringsPerYear: 2,
  topics: ['everyday-swedish', 'society', 'working-life', 'leisure', 'family', 'studies', 'other'],
  answerDays: 7,
  rules: {
    requirements: [
      { kind: 'gender', side: 'newcomer', allowed: ['woman'] },
      { kind: 'gender', side: 'mentor', allowed: ['woman'] },
      { kind: 'municipality', among: [], across: 'never' },
      { kind: 'minimum-age', side: 'newcomer', years: 18 },
      { kind: 'minimum-age', side: 'mentor', years: 18 },
      { kind: 'language', common: 'A2', swedish: 'A2' },
      { kind: 'common-time', halfHours: 2 },
      { kind: 'nearness', kilometres: 10, orRemote: true },
    ],
    preferences: [
      { kind: 'language', weight: 9 },
      { kind: 'common-time', weight: 8 },
      { kind: 'nearness', weight: 4 },
      { kind: 'ways', weight: 5 },
      { kind: 'interests', weight: 5 },
      { kind: 'age', weight: 3 },
      { kind: 'occupation', weight: 2 },
      { kind: 'wishes', weight: 5 },
      { kind: 'wish-most', weight: 5 },
    ],
  },
  defaults: [
    'answerDays',
    'rules.requirements.3',
    'rules.requirements.4',
    'rules.requirements.5',
    'rules.requirements.6',
    'rules.requirements.7',
    'rules.preferences',
  ],
};

const nemaProblema: ProgramDefinition = {
  name: 'Nema problema mentorskap',
  summary: {
    sv: 'Du och en mentor med liknande utbildning eller yrke ses en gång i månaden i åtta månader. Ni pratar om arbetsmarknaden, tränar på intervjuer och skriver kanske ett cv.',
    en: 'You and a mentor with a similar education or profession meet once a month for eight months. You talk about the labour market, practise interviews and perhaps write a CV.',
    ar: 'تلتقي مرة في الشهر لمدة ثمانية أشهر بمرشد له تعليم أو مهنة مشابهة. تتحدثان عن سوق العمل وتتدربان على المقابلات وربما تكتبان سيرة ذاتية.',
  },
  tint: 'sjo',
  words: { newcomer: 'adept', mentor: 'mentor' },
  period: { length: 8, unit: 'month' },
  cadence: { meetings: 8, each: 'month' },
  gatheringsPerYear: 0,
  topics: ['labour-market', 'interview-training', 'cv', 'working-life', 'studies', 'other'],
  answerDays: 7,
  rules: {
    requirements: [
      {
        kind: 'field',
        anyOf: [
          { by: 'education-field', atLeast: 0.6, postSecondary: true },
          { by: 'occupation', atLeast: 0.5 },
        ],
      },
      { kind: 'minimum-age', side: 'newcomer', years: 18 },
      { kind: 'minimum-age', side: 'mentor', years: 18 },
      { kind: 'language', common: 'B1', swedish: 'B1' },
      { kind: 'common-time', halfHours: 2 },
      { kind: 'nearness', kilometres: 30, orRemote: true },
    ],
    preferences: [
      { kind: 'occupation', weight: 10 },
      { kind: 'education-field', weight: 8 },
      { kind: 'education-level', weight: 4 },
      { kind: 'language', weight: 5 },
      { kind: 'common-time', weight: 4 },
      { kind: 'nearness', weight: 2 },
      { kind: 'ways', weight: 2 },
      { kind: 'wishes', weight: 4 },
      { kind: 'wish-most', weight: 4 },
    ],
  },
  defaults: [
    'answerDays',
    'rules.requirements.1',
    'rules.requirements.2',
    'rules.requirements.3',
    'rules.requirements.4',
    'rules.requirements.5',
    'rules.preferences',
  ],
};

export const TEMPLATES: Readonly<Record<TemplateKey, ProgramDefinition>> = {
  sprakvan,
  jarfallakompis,
  praktikmentor,
  kvinna,
  'nema-problema': nemaProblema,
};

/** The joint program of Norsjö (2417), Malå (2418) and Arvidsjaur (2505): together there are enough people. */
export const NYMF: ProgramDefinition = {
  name: 'NYMF',
  summary: {
    sv: 'Norsjö, Malå och Arvidsjaur tillsammans. Ni träffas där ni bor, eller på video och telefon när vägen är lång.',
    en: 'Norsjö, Malå and Arvidsjaur together. You meet where you live, or by video and telephone when the road is long.',
    ar: 'نورشو ومالو وأرفيدسياور معًا. تلتقيان حيث تعيشان، أو عبر الفيديو والهاتف حين يكون الطريق طويلًا.',
  },
  tint: 'barnsten',
  words: { newcomer: 'newcomer', mentor: 'buddy' },
  period: { length: 6, unit: 'month' },
  cadence: { meetings: 6, each: 'month' },
  gatheringsPerYear: 0,
  topics: ['everyday-swedish', 'society', 'leisure', 'working-life', 'family', 'other'],
  answerDays: 10,
  rules: {
    requirements: [
      { kind: 'municipality', among: ['2417', '2418', '2505'], across: 'if-remote' },
      { kind: 'minimum-age', side: 'newcomer', years: 16 },
      { kind: 'minimum-age', side: 'mentor', years: 18 },
      { kind: 'language', common: 'A2', swedish: 'A1' },
      { kind: 'common-time', halfHours: 2 },
      { kind: 'nearness', kilometres: 50, orRemote: true },
    ],
    preferences: [
      { kind: 'language', weight: 7 },
      { kind: 'common-time', weight: 7 },
      { kind: 'nearness', weight: 8 },
      { kind: 'ways', weight: 5 },
      { kind: 'interests', weight: 5 },
      { kind: 'occupation', weight: 3 },
      { kind: 'age', weight: 3 },
      { kind: 'wishes', weight: 5 },
      { kind: 'wish-most', weight: 5 },
    ],
  },
  defaults: ['period', 'cadence', 'answerDays', 'rules.requirements', 'rules.preferences'],
};

/** A template as the program of these municipalities: its people live there. */
export function programFromTemplate(
  template: ProgramDefinition,
  municipalities: readonly string[],
): ProgramDefinition {
  const requirements = template.rules.requirements.map((rule) =>
    rule.kind === 'municipality' && rule.among.length === 0 ? { ...rule, among: municipalities } : rule,
  );
  return { ...template, rules: { ...template.rules, requirements } };
}
