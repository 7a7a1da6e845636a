import * as contracts from '@parvis/contracts';
import { serve, type Api } from '../../http/route.ts';
import { openHealth } from './health.ts';
import { openMetrics } from './metrics.ts';
import { showOperations } from './operations.usecases.ts';

export function operationsRoutes(api: Api): void {
  openHealth(api);
  openMetrics(api);
  serve(api, contracts.showOperations, showOperations);
}
