/** `bridgekeeper check`: is everything under dialogs/ in order? */
import type { Terminal } from './terminal.ts';

export function checkContent(terminal: Terminal, folder?: string): number {
  const { topics, limits } = terminal.loadContent(folder);
  const count = (key: 'questions' | 'risks' | 'steps') =>
    topics.reduce((sum, topic) => sum + topic[key].length, 0);
  terminal.print(
    `${topics.length} topics, ${count('questions')} questions, ${count('risks')} risks, ${count('steps')} next steps, ${limits.length} limits: in order\n`,
  );
  return 0;
}
