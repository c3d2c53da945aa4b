/** The page with this text in place of what stands between the marks of the command that made it. */
export function withMarked(page: string, command: string, text: string): string {
  const begin = `<!-- npm run ${command} -->\n`;
  const end = '\n<!-- end -->';
  const [before, rest = ''] = page.split(begin);
  return [before, begin, text, rest.slice(rest.indexOf(end))].join('');
}
