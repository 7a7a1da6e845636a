import { requireAccount } from '#lib/account.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => ({ account: await requireAccount(event) });
