/** Long enough for a slow net; after that the person may try again. */
const PATIENCE_MS = 15_000;

/**
 * A plain post is sent once: its button shows that it waits until the next page comes, and a second tap does nothing.
 * Forms that the page sends itself (`use:enhance`) are left alone; without JavaScript the browser does as it always does.
 */
export function sendOnce(node: HTMLElement): () => void {
  const send = (event: SubmitEvent): void => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== 'post') return;
    if ('sent' in form.dataset) {
      event.preventDefault();
      return;
    }
    form.dataset['sent'] = '';
    if (event.submitter instanceof HTMLElement) event.submitter.dataset['busy'] = '';
    setTimeout(release, PATIENCE_MS);
  };
  const release = (): void => {
    for (const form of node.querySelectorAll<HTMLElement>('[data-sent]')) delete form.dataset['sent'];
    for (const button of node.querySelectorAll<HTMLElement>('[data-busy]')) delete button.dataset['busy'];
  };
  node.addEventListener('submit', send);
  // The way back shows the page as it was left.
  addEventListener('pageshow', release);
  return () => {
    node.removeEventListener('submit', send);
    removeEventListener('pageshow', release);
  };
}
