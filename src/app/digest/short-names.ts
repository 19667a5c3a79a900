/** A long name is said once; after that its own short form does: "Outbound Voucher Extract (API031)", then "API031". */

export function shortener(names: readonly string[]): (text: string) => string {
  const short = new Map<string, string>();
  for (const name of names) {
    const [, code] = /^.{8,} \(([^()\s]{2,12})\)$/.exec(name) ?? [];
    if (code) short.set(name, code);
  }
  const known = [...short].filter(
    ([, code]) => [...short.values()].filter((each) => each === code).length === 1,
  );
  const said = new Set<string>();
  return (text) =>
    known.reduce((left, [name, code]) => {
      const [before = '', ...after] = left.split(name);
      if (after.length === 0) return left;
      const first = said.has(name) ? code : name;
      said.add(name);
      return (
        before + [first, ...after.slice(0, -1).map(() => code)].map((each, at) => each + after[at]).join('')
      );
    }, text);
}
