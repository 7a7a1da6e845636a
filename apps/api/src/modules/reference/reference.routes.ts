import * as contracts from '@parvis/contracts';
import { serveAnyone, type Api } from '../../http/route.ts';
import { findOccupations, findPlaces, listChoices } from './reference.usecases.ts';

export function referenceRoutes(api: Api): void {
  serveAnyone(api, contracts.findOccupations, findOccupations);
  serveAnyone(api, contracts.findPlaces, findPlaces);
  serveAnyone(api, contracts.listChoices, listChoices);
}
