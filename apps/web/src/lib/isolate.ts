/** A name that may run the other way than the sentence around it, kept from turning the words beside it (where `<bdi>` cannot stand). */
export function isolate(name: string): string {
  return `\u2068${name}\u2069`;
}
