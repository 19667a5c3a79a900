/** A workbook that came back, as a door reads it. Nothing of it is believed beyond what was edited and added. */
import type { Upload } from '../../core/landscape/upload.ts';

export interface HandedIn extends Pick<Upload, 'edits' | 'added' | 'unknown'> {
  /** The project it says it was made from. */
  readonly project: string;
}
