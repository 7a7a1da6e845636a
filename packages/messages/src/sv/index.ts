import { aims } from './aims.ts';
import { ui } from './ui.ts';
import { vocabulary } from './vocabulary.ts';
import { door } from './door.ts';
import { fairness } from './fairness.ts';
import { help } from './help.ts';
import { missing } from './missing.ts';
import { ownHelp } from './own-help.ts';
import { next } from './next.ts';
import { pairsheet } from './pairsheet.ts';
import { participant } from './participant.ts';
import { desk } from './desk.ts';
import { record } from './record.ts';
import { round } from './round.ts';
import { rules } from './rules.ts';
import { reasons } from './reasons.ts';
import { refusals } from './refusals.ts';
import { problems } from './problems.ts';
import { letters } from './letters.ts';
import { sheets } from './sheets.ts';
import { programs } from './programs.ts';
import { workspace } from './workspace.ts';

/** The reference language: its keys and placeholders are the ones every other language must have. */
export const sv = {
  aims,
  ui,
  vocabulary,
  door,
  fairness,
  help,
  missing,
  ownHelp,
  next,
  pairsheet,
  participant,
  desk,
  record,
  round,
  rules,
  reasons,
  refusals,
  problems,
  letters,
  sheets,
  programs,
  workspace,
} as const;
