export interface LetterPart {
  readonly text: string;
  readonly href: string | null;
}

/** A letter's paragraphs; one that is a link leads to its path here, whatever address the letter was written for. */
export function letterParts(text: string, links: readonly string[]): readonly LetterPart[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .map((paragraph) => ({ text: paragraph, href: links.includes(paragraph) ? pathOf(paragraph) : null }));
}

function pathOf(link: string): string | null {
  if (!URL.canParse(link)) return null;
  const { pathname, search } = new URL(link);
  return pathname + search;
}
