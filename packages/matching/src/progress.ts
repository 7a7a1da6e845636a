/** How far a round has come. `judging` counts newcomers held against everybody on the other side. */
export interface Progress {
  readonly stage: 'reading' | 'judging' | 'assigning' | 'explaining';
  readonly done: number;
  readonly of: number;
}
/** Told now and then, at least once in each stage. It must not throw, and nothing it does changes the round. */
export type TellProgress = (progress: Progress) => void;

export const tellNobody: TellProgress = () => undefined;
