import type { showDeskPair } from '@parvis/contracts';
import type { ApiReply } from '#lib/api.ts';

export type PairPage = ApiReply<typeof showDeskPair>;
