export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** The widths of a small phone and of a mail program's reading pane, each in both colour schemes. */
export const views: readonly View[] = [320, 600].flatMap((width) => [
  { width, scheme: 'light' },
  { width, scheme: 'dark' },
]);
