/** Who is let in where, written by hand: the second opinion on what the contracts declare. */

export const VISITORS = [
  'nobody',
  'newcomer of the pair',
  'mentor of the pair',
  'participant outside the pair',
  'coordinator',
  'coordinator elsewhere',
  'admin',
  'admin elsewhere',
  'operator',
] as const;
export type Visitor = (typeof VISITORS)[number];

const everyone = VISITORS;
const signedIn = VISITORS.filter((visitor) => visitor !== 'nobody');
const theTwo: readonly Visitor[] = ['newcomer of the pair', 'mentor of the pair'];
const itsCoordinator: readonly Visitor[] = ['coordinator'];
const anyCoordinator: readonly Visitor[] = ['coordinator', 'coordinator elsewhere'];
const itsAdmin: readonly Visitor[] = ['admin'];
const theOperator: readonly Visitor[] = ['operator'];

export const LET_IN: Readonly<Record<string, readonly Visitor[]>> = {
  // the door
  requestCode: everyone,
  signIn: everyone,
  whoAmI: everyone,
  signOut: signedIn,
  listTowns: everyone,
  findOccupations: everyone,
  findPlaces: everyone,
  listChoices: everyone,
  // programs
  listPrograms: anyCoordinator,
  showProgram: itsCoordinator,
  createProgram: itsAdmin,
  changeRules: itsCoordinator,
  checkRules: itsCoordinator,
  supplyAndNeed: itsCoordinator,
  // people
  listPeople: itsCoordinator,
  showPerson: itsCoordinator,
  addPerson: itsCoordinator,
  changePerson: itsCoordinator,
  changeStatus: itsCoordinator,
  exportPeople: itsCoordinator,
  // spreadsheets
  checkImport: itsCoordinator,
  showImport: itsCoordinator,
  changeColumns: itsCoordinator,
  applyImport: itsCoordinator,
  exportRejected: itsCoordinator,
  // rounds
  listRounds: itsCoordinator,
  runRound: itsCoordinator,
  showRound: itsCoordinator,
  showRoundInput: itsCoordinator,
  solveRound: itsCoordinator,
  explainPairing: itsCoordinator,
  compareAims: itsCoordinator,
  helpLeftOut: itsCoordinator,
  findMissing: itsCoordinator,
  reportFairness: itsCoordinator,
  publishRound: itsCoordinator,
  discardRound: itsCoordinator,
  exportRound: itsCoordinator,
  exportRecord: itsCoordinator,
  showProgress: itsCoordinator,
  stopRound: itsCoordinator,
  keepVariant: itsCoordinator,
  showVariant: itsCoordinator,
  dropVariant: itsCoordinator,
  // pairs
  showHome: signedIn,
  showPair: theTwo,
  answerProposal: theTwo,
  planMeeting: theTwo,
  logMeeting: theTwo,
  describeMeeting: theTwo,
  cancelMeeting: theTwo,
  disputeMeeting: theTwo,
  endPair: theTwo,
  listPairs: itsCoordinator,
  showDeskPair: itsCoordinator,
  endPairByStaff: itsCoordinator,
  settleDispute: itsCoordinator,
  answerForPerson: itsCoordinator,
  exportPairs: itsCoordinator,
  showToday: anyCoordinator,
  // the machine
  showOperations: theOperator,
  // the demo
  listDemoPersons: everyone,
  becomeDemoPerson: everyone,
  listDemoLetters: everyone,
};
