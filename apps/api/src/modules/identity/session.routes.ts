import * as contracts from '@parvis/contracts';
import { serve, serveAnyone, type Api } from '../../http/route.ts';
import { requestCode } from './code.usecases.ts';
import { becomeDemoPerson, listDemoPersons, signIn, signOut, whoAmI } from './session.usecases.ts';

export function sessionRoutes(api: Api): void {
  serveAnyone(api, contracts.requestCode, requestCode);
  serveAnyone(api, contracts.signIn, signIn);
  serveAnyone(api, contracts.whoAmI, whoAmI);
  serve(api, contracts.signOut, signOut);
  serveAnyone(api, contracts.listDemoPersons, listDemoPersons);
  serveAnyone(api, contracts.becomeDemoPerson, becomeDemoPerson);
}
