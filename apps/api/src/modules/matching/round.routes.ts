import * as contracts from '@parvis/contracts';
import { serve, type Api } from '../../http/route.ts';
import { compareAims } from './aims.usecases.ts';
import { exportRound } from './export.usecases.ts';
import { findMissing, helpLeftOut, reportFairness } from './insight.usecases.ts';
import { showRoundInput } from './input.usecases.ts';
import { explainPairing } from './pairing.usecases.ts';
import { publishRound } from './publish.usecases.ts';
import { resumeRounds } from './round.solving.ts';
import { exportRecord } from './record.usecases.ts';
import { discardRound, listRounds, runRound, showRound, solveRound } from './round.usecases.ts';
import { showProgress, stopRound } from './stopping.usecases.ts';
import { dropVariant, keepVariant, showVariant } from './variant.usecases.ts';

export function roundRoutes(api: Api): void {
  serve(api, contracts.listRounds, listRounds);
  serve(api, contracts.runRound, runRound);
  serve(api, contracts.showRound, showRound);
  serve(api, contracts.showRoundInput, showRoundInput);
  serve(api, contracts.solveRound, solveRound);
  serve(api, contracts.showProgress, showProgress);
  serve(api, contracts.stopRound, stopRound);
  serve(api, contracts.keepVariant, keepVariant);
  serve(api, contracts.showVariant, showVariant);
  serve(api, contracts.dropVariant, dropVariant);
  serve(api, contracts.compareAims, compareAims);
  serve(api, contracts.helpLeftOut, helpLeftOut);
  serve(api, contracts.findMissing, findMissing);
  serve(api, contracts.reportFairness, reportFairness);
  serve(api, contracts.explainPairing, explainPairing);
  serve(api, contracts.publishRound, publishRound);
  serve(api, contracts.discardRound, discardRound);
  serve(api, contracts.exportRound, exportRound);
  serve(api, contracts.exportRecord, exportRecord);
  api.fastify.addHook('onReady', () => resumeRounds(api.deps));
}
