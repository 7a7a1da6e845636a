import { exportRecord } from '@parvis/contracts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
  locals.api.file(exportRecord, { params: { roundId: params.roundId } });
