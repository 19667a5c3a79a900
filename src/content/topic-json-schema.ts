/** The form of a topic for editors: completion and hints while a file is written. Names are checked by the loader. */
import { z } from 'zod';
import { topicSchema } from './topic-schema.ts';

export function topicJsonSchema(): string {
  // Draft 7 is what the common YAML extensions read; `input`, because what has a default may be left out.
  const schema = z.toJSONSchema(topicSchema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ ...schema, title: 'A topic of Bridgekeeper' }, null, 2)}\n`;
}
