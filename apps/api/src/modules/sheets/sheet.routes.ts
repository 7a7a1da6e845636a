import * as contracts from '@parvis/contracts';
import { serve, type Api } from '../../http/route.ts';
import { exportPeople, exportRejected } from './export.usecases.ts';
import { applyImport, changeColumns, checkImport, showImport } from './import.usecases.ts';

export function sheetRoutes(api: Api): void {
  serve(api, contracts.checkImport, checkImport);
  serve(api, contracts.showImport, showImport);
  serve(api, contracts.changeColumns, changeColumns);
  serve(api, contracts.applyImport, applyImport);
  serve(api, contracts.exportRejected, exportRejected);
  serve(api, contracts.exportPeople, exportPeople);
}
