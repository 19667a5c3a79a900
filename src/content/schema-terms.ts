/** The words all schemas of the content are made of. */
import { z } from 'zod';

/** One schema for each field, none missing and none extra: a field that changes in core no longer compiles here. */
export type Shape<T> = { readonly [Field in keyof T]-?: z.ZodType<T[Field]> };

const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const namePattern = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)?$/;
const keyPattern = /^[a-z0-9]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/;

/** Also keeps commas out, by which a card separates the options that were picked. */
export const id = z.string().regex(idPattern, 'must be lower-case words or digits joined by hyphens');
/** Short for something in the same topic, `topic-id.its-id` for something in another. */
export const name = z.string().regex(namePattern, 'must be an id, or topic-id.id of another topic');
export const key = z.string().regex(keyPattern, 'must be topic-id.question-id');
export const text = z.string().trim().min(1);
export const day = z.iso.date('must be a day such as 2026-03-31');
/** Probability or impact. */
export const degree = z.int().min(1).max(5);
