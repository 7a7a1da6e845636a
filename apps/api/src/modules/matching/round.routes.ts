import * as contracts from '@parvis/contracts';
import { serve, type Api } from '../../http/route.ts';
import { exportRound } from './export.usecases.ts';
import { showRoundInput } from './input.usecases.ts';
import { explainPairing } from './pairing.usecases.ts';
import { publishRound } from './publish.usecases.ts';
import { resumeRounds } from './round.solving.ts';
import { discardRound, listRounds, runRound, showRound, solveRound } from './round.usecases.ts';

export function roundRoutes(api: Api): void {
  serve(api, contracts.listRounds, listRounds);
  serve(api, contracts.runRound, runRound);
  serve(api, contracts.showRound, showRound);
  serve(api, contracts.showRoundInput, showRoundInput);
  serve(api, contracts.solveRound, solveRound);
  serve(api, contracts.explainPairing, explainPairing);
  serve(api, contracts.publishRound, publishRound);
  serve(api, contracts.discardRound, discardRound);
  serve(api, contracts.exportRound, exportRound);
  api.fastify.addHook('onReady', () => resumeRounds(api.deps));
}
