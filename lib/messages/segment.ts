/** How much of a text's one segment is used. */
export interface Segment {
  readonly length: number;
  readonly max: 160 | 70;
  /** The first character for which there is room for only 70. */
  readonly costly: string | undefined;
}

/** GSM 03.38: the basic alphabet, and the extension, whose characters count twice. */
const beyondGsm = /[^@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,\-./0-9:;<=>?¡A-ZÄÖÑÜ§¿a-zäöñüà^{}\\[~\]|€]/u;
const extension = /[\^{}\\[~\]|€]/g;

export function measure(text: string): Segment {
  const costly = beyondGsm.exec(text)?.[0];
  if (costly !== undefined) return { length: text.length, max: 70, costly };
  return { length: text.length + (text.match(extension)?.length ?? 0), max: 160, costly };
}

/** Every segment costs the price of a text. */
export function fitsOneSegment(text: string): boolean {
  const { length, max } = measure(text);
  return length <= max;
}
