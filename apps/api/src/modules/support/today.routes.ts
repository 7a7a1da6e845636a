import * as contracts from '@parvis/contracts';
import { serve, type Api } from '../../http/route.ts';
import { showToday } from './today.usecases.ts';

export function todayRoutes(api: Api): void {
  serve(api, contracts.showToday, showToday);
}
