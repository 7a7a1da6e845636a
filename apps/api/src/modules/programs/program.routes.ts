import * as contracts from '@parvis/contracts';
import { serve, serveAnyone, type Api } from '../../http/route.ts';
import { checkRules, supplyAndNeed } from './pool.usecases.ts';
import { changeRules, createProgram, listPrograms, showProgram } from './program.usecases.ts';
import { listTowns } from './town.usecases.ts';

export function programRoutes(api: Api): void {
  serveAnyone(api, contracts.listTowns, listTowns);
  serve(api, contracts.listPrograms, listPrograms);
  serve(api, contracts.showProgram, showProgram);
  serve(api, contracts.createProgram, createProgram);
  serve(api, contracts.changeRules, changeRules);
  serve(api, contracts.checkRules, checkRules);
  serve(api, contracts.supplyAndNeed, supplyAndNeed);
}
