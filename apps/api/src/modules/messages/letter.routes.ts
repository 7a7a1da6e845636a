import * as contracts from '@parvis/contracts';
import { serveAnyone, type Api } from '../../http/route.ts';
import { listDemoLetters } from './letter.usecases.ts';

export function letterRoutes(api: Api): void {
  serveAnyone(api, contracts.listDemoLetters, listDemoLetters);
}
