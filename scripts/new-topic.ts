/**
 * `npm run new:topic <area> <id>`: a topic that loads, with a comment wherever something has to be decided, and the two
 * cases in which its risk is seen to fire and to stay silent.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';

const areas = ['business', 'technology', 'governance'];

function refuse(why: string): never {
  process.stderr.write(`${why}\n`);
  process.exit(1);
}

function startTopic(area: string | undefined, id: string | undefined): string[] {
  if (!area || !id) refuse('usage: npm run new:topic <area> <id>');
  if (!areas.includes(area)) refuse(`There is no area "${area}": choose ${areas.join(', ')}.`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    refuse(`"${id}" is not an id: lower-case words joined by hyphens.`);
  const topics = areas.flatMap((each) =>
    readdirSync(`dialogs/${each}`)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => `dialogs/${each}/${file}`),
  );
  const cases = `test/cases/${id}.yaml`;
  const taken = [
    ...topics.filter((file) => file.endsWith(`/${id}.yaml`)),
    ...(existsSync(cases) ? [cases] : []),
  ];
  if (taken.length > 0) refuse(`"${id}" is taken: ${taken.join(', ')}.`);
  const orders = topics.map((file) => Number(/^order:\s*(\d+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? 0));
  const role = firstId('roles');
  const files = {
    [`dialogs/${area}/${id}.yaml`]: topicText(id, Math.max(0, ...orders) + 1, role, firstId('stages')),
    [cases]: casesText(id, role),
  };
  mkdirSync('test/cases', { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(file, text, { flag: 'wx' });
  return Object.keys(files);
}

function firstId(list: 'roles' | 'stages'): string {
  return parse(readFileSync(`dialogs/${list}.yaml`, 'utf8'))[list][0].id;
}

function topicText(id: string, order: number, role: string, stage: string): string {
  const title = (id[0] ?? '').toUpperCase() + id.slice(1).replaceAll('-', ' ');
  return `# yaml-language-server: $schema=../topic.schema.json
# Replace every sentence; keep each id for ever once somebody has answered.
id: ${id}
order: ${order} # the next free place in the order of asking
title: ${title}
cites: # the page this rests on, its date, and the heading there
  title: Challenges in integration projects
  revision: 2023-05-23
  heading: ${title}

questions:
  - id: first-question
    scope: integration # or application, or project
    label: First question
    ask: Does somebody look after {integration}? # also {source}, {target}, {project}
    why: One line on why it is asked.
    roles: [${role}] # who can know, best placed first; see dialogs/roles.yaml
    # compare: [${role}] # ask these independently of each other
    # core: true # before any follow-up
    # when: { question: an-earlier-question, is: an-option }
    answer: # kind: choice, multi, number, date, people or text
      kind: choice
      # ordered: true # where neighbours differ little
      options: # without "I don't know", which is always offered
        - { id: named, text: "Yes, one person", also: [one] } # also: other words people type for it
        - { id: nobody, text: Nobody, also: [none] }

risks:
  - id: first-risk
    scope: integration
    title: Nobody looks after {integration}
    cause: What is so today.
    event: What may happen because of it.
    effect: What that does to the project.
    probability: 3 # 1 to 5, or { calculation: id }
    impact: 3 # 5 go-live blocked or legal breach, 4 over four weeks, 3 one to four, 2 days, 1 nuisance
    reasoning: Why these two numbers.
    when: { question: first-question, is: nobody } # a risk may miss a case; it must not cry wolf
    due: ${stage} # the stage at whose end it has to be resolved; see dialogs/stages.yaml
    steps: [first-step]
    clears: What would clear it.
    right: { question: first-question, is: named } # what shows that it is done right; leave both away where nothing does
    sound: Somebody looks after {integration}.

steps:
  - id: first-step
    action: Name who looks after {integration}
    owner: ${role}
    stage: ${stage}
    done: What somebody else can check.
`;
}

function casesText(id: string, role: string): string {
  return `# Each risk is seen to fire and seen to stay silent. Under "says": who, then question and answer as typed.
- name: nobody looks after it
  says:
    ${role}:
      ${id}.first-question: nobody
  raises: [${id}.first-risk]

- name: one person looks after it
  says:
    ${role}:
      ${id}.first-question: named
  silent: [${id}.first-risk]
  praises: [${id}.first-risk]
`;
}

for (const file of startTopic(process.argv[2], process.argv[3])) process.stdout.write(`wrote ${file}\n`);
