import { exportRound } from '@parvis/contracts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
  locals.api.file(exportRound, { params: { roundId: params.roundId } });
