/** Puts `subs` where the template says `$1` to `$9`; `$$` stands for a dollar sign. */
export function fill(template: string, ...subs: string[]): string {
  return template.replace(/\$([1-9$])/g, (_, mark: string) => (mark === '$' ? '$' : (subs[Number(mark) - 1] ?? '')));
}
