/** The matching engine, beside the page: it may think for as long as it likes while the page follows the hand. */
import type { Message, Question } from './protocol.ts';
import { openSession } from './session.ts';

const answer = openSession(() => performance.now());

self.addEventListener('message', ({ data }: MessageEvent<Question>) => {
  const message: Message = answer(data);
  self.postMessage(message);
});
