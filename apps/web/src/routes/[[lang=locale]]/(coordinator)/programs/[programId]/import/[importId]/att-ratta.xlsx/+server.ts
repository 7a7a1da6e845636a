import { exportRejected } from '@parvis/contracts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params }) =>
  locals.api.file(exportRejected, { params: { importId: params.importId } });
