/** Writes dialogs/topic.schema.json; a test fails where that was forgotten. */
import { writeFileSync } from 'node:fs';
import { topicJsonSchema } from '../src/content/topic-json-schema.ts';

writeFileSync(new URL('../dialogs/topic.schema.json', import.meta.url), topicJsonSchema());
