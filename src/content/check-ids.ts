/** Whether every id, and every place in the order of asking, is taken once. */
import type { Fault, Path } from './complaint.ts';
import { isReadable } from './names.ts';
import type { TopicFile } from './read-topic.ts';

export function twiceIn(ids: readonly string[], path: Path): Fault[] {
  return ids.flatMap((id, at) =>
    id !== '' && ids.indexOf(id) < at
      ? [{ path: [...path, at], message: `the id "${id}" is used twice`, at: ['id'] }]
      : [],
  );
}

/** What two files of one pack cannot share. */
export function topicIdFaults(topic: TopicFile, topics: readonly TopicFile[]): Fault[] {
  const before = topics.slice(0, Math.max(0, topics.indexOf(topic)));
  const namesake = before.find((other) => other.id === topic.id);
  const written = topic.head?.id ?? topic.id;
  return [
    ...(written === topic.id ? [] : [{ path: ['id'], message: `"${written}" is not the name of the file` }]),
    ...(namesake ? [{ path: ['id'], message: `"${topic.id}" is also the id of ${namesake.file.name}` }] : []),
    ...entryIdFaults(topic),
  ];
}

export function orderFaults(topic: TopicFile, topics: readonly TopicFile[]): Fault[] {
  const rival = topics.slice(0, topics.indexOf(topic)).find((other) => other.order === topic.order);
  return rival
    ? [{ path: ['order'], message: `${topic.order} is also the order of ${rival.file.name}` }]
    : [];
}

export function entryIdFaults({ id, questions = [], risks = [], steps = [] }: Lists): Fault[] {
  const ids = (entries: readonly { readonly key: string }[]) =>
    entries.map(({ key }) => key.slice(id.length + 1));
  return [
    ...twiceIn(ids(questions), ['questions']),
    ...twiceIn(ids(risks), ['risks']),
    ...twiceIn(ids(steps), ['steps']),
    ...questions.filter(isReadable).flatMap(({ at, written: { answer } }) => {
      const options = 'options' in answer ? answer.options.map((option) => option.id) : [];
      return twiceIn(options, ['questions', at, 'answer', 'options']);
    }),
  ];
}

type Lists = Pick<TopicFile, 'id' | 'questions' | 'risks' | 'steps'>;
