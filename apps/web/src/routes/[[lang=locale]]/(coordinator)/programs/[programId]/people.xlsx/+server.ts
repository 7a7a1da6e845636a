import { exportPeople } from '@parvis/contracts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
  locals.api.file(exportPeople, { params: { programId: params.programId } });
