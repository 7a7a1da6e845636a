import { exportPairs } from '@parvis/contracts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
  locals.api.file(exportPairs, { params: { programId: params.programId } });
