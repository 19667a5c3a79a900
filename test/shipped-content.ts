/** The content that the product brings along, read once for all tests of a worker. */
import { loadContent } from '../src/content/load-content.ts';
import { calculations } from '../src/core/judgement/calculations/index.ts';

export const content = loadContent(new URL('../dialogs', import.meta.url).pathname, calculations);
