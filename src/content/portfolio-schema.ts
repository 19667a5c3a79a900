/** The form of `portfolio.yaml`: the words of findings about several integrations together. */
import { z } from 'zod';
import type { PortfolioText } from '../core/judgement/portfolio/portfolio-text.ts';
import { degree, id, type Shape, text } from './schema-terms.ts';
import { stepSchema, type WrittenStep } from './topic-schema.ts';

export type WrittenPortfolioText = Omit<PortfolioText, 'key' | 'steps'> & {
  readonly id: string;
  readonly steps: readonly WrittenStep[];
};

export const portfolioTextSchema: z.ZodType<WrittenPortfolioText> = z.strictObject({
  id,
  topic: id,
  title: text,
  cause: text,
  event: text,
  effect: text,
  probability: degree,
  impact: degree,
  reasoning: text,
  due: id,
  steps: z.array(stepSchema).min(1),
  clears: text,
  sound: text,
} satisfies Shape<WrittenPortfolioText>);

export const portfolioSchema: z.ZodType<{ portfolio: WrittenPortfolioText[] }> = z.strictObject({
  portfolio: z.array(portfolioTextSchema),
});
