import * as contracts from '@parvis/contracts';
import { serve, type Api } from '../../http/route.ts';
import { addPerson, changePerson, changeStatus } from './change.usecases.ts';
import { listPeople, showPerson } from './person.usecases.ts';

export function personRoutes(api: Api): void {
  serve(api, contracts.listPeople, listPeople);
  serve(api, contracts.showPerson, showPerson);
  serve(api, contracts.addPerson, addPerson);
  serve(api, contracts.changePerson, changePerson);
  serve(api, contracts.changeStatus, changeStatus);
}
