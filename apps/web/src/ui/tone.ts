const TONES = ['sky', 'moss', 'sand', 'rose', 'lilac', 'stone'] as const;
export type Tone = (typeof TONES)[number] | 'lit' | 'plain';

/** A person's quiet tone: the same everywhere, picked by a hash of the id (FNV-1a), never a program's tint. */
export function toneOf(id: string): Tone {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at += 1) {
    hash ^= id.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return TONES[(hash >>> 0) % TONES.length] ?? 'stone';
}

/** The first letter of a name in any script; a question mark for a name without letters. */
export function initialOf(name: string): string {
  const letter = /\p{L}\p{M}*/u.exec(name)?.[0] ?? '?';
  return letter.toLocaleUpperCase('sv');
}
