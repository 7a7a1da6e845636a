import { findAccount } from '#lib/account.server.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async (event) => ({ account: await findAccount(event) });
