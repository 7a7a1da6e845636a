import * as contracts from '@parvis/contracts';
import { serve, type Api } from '../../http/route.ts';
import { answerForPerson, answerProposal } from './answer.usecases.ts';
import { listPairs, showDeskPair } from './desk.usecases.ts';
import { endPair, endPairByStaff } from './ending.usecases.ts';
import { exportPairs } from './export.usecases.ts';
import { showHome } from './home.usecases.ts';
import {
  cancelMeeting,
  describeMeeting,
  disputeMeeting,
  logMeeting,
  planMeeting,
  settleDispute,
} from './meeting.usecases.ts';
import { showPair } from './pair.usecases.ts';

export function pairRoutes(api: Api): void {
  serve(api, contracts.showHome, showHome);
  serve(api, contracts.showPair, showPair);
  serve(api, contracts.answerProposal, answerProposal);
  serve(api, contracts.planMeeting, planMeeting);
  serve(api, contracts.logMeeting, logMeeting);
  serve(api, contracts.describeMeeting, describeMeeting);
  serve(api, contracts.cancelMeeting, cancelMeeting);
  serve(api, contracts.disputeMeeting, disputeMeeting);
  serve(api, contracts.endPair, endPair);
  serve(api, contracts.listPairs, listPairs);
  serve(api, contracts.showDeskPair, showDeskPair);
  serve(api, contracts.endPairByStaff, endPairByStaff);
  serve(api, contracts.settleDispute, settleDispute);
  serve(api, contracts.answerForPerson, answerForPerson);
  serve(api, contracts.exportPairs, exportPairs);
}
