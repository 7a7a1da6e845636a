export type Home = 'participant' | 'desk' | 'operator';
interface Grant {
  readonly role: 'coordinator' | 'admin' | 'operator';
}

const HOUR = 3600;

/** Staff read about other people, often at a shared desk: their sessions end with the working day. */
export function decideSessionSeconds(grants: readonly Grant[]): number {
  return grants.length > 0 ? 12 * HOUR : 30 * 24 * HOUR;
}

/** Where one comes in after signing in. */
export function decideHome(grants: readonly Grant[]): Home {
  if (grants.some(({ role }) => role === 'coordinator' || role === 'admin')) return 'desk';
  return grants.some(({ role }) => role === 'operator') ? 'operator' : 'participant';
}
