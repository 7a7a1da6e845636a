/** `exact`: a code or a published name. `guessed`: a likely meaning that the one who imports should see. */
export type Confidence = 'exact' | 'guessed';
