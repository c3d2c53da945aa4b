export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** A small phone's width and a reading pane's, by day and by night. */
export const views: readonly View[] = [320, 600].flatMap((width) => [
  { width, scheme: 'light' },
  { width, scheme: 'dark' },
]);
