/** Handing out a file in Teams: the person is asked, and where they agree Teams says where to put it. */
import { z } from 'zod';
import { isFileAddress } from './fetch-file.ts';
import type { Limits } from './limits.ts';
import type { Offers } from './offers.ts';
import type { Attachment, OfferedFile } from './send.ts';

const consentType = 'application/vnd.microsoft.teams.card.file.consent';
const infoType = 'application/vnd.microsoft.teams.card.file.info';

/** What a consent card carries through the client: a token, which says nothing. */
const contextSchema = z.object({ offer: z.string().min(1).max(100), name: z.string().min(1).max(300) });
const consentSchema = z.discriminatedUnion('action', [
  z.looseObject({
    action: z.literal('accept'),
    context: contextSchema,
    uploadInfo: z.looseObject({
      uploadUrl: z.string().max(8000),
      contentUrl: z.string().max(8000),
      name: z.string().max(500).nullish(),
      uniqueId: z.string().max(500).nullish(),
      fileType: z.string().max(100).nullish(),
    }),
  }),
  z.looseObject({ action: z.literal('decline'), context: contextSchema }),
]);

export type Consent = z.output<typeof consentSchema>;

export function readConsent(value: unknown): Consent | undefined {
  return consentSchema.safeParse(value).data;
}

export function consentCard({ name, bytes }: OfferedFile, offer: string): Attachment {
  const context = { offer, name };
  return {
    contentType: consentType,
    name,
    content: {
      description: 'Made from your project just now. I put it into your OneDrive.',
      sizeInBytes: bytes.length,
      acceptContext: context,
      declineContext: context,
    },
  };
}

export type Uploaded =
  | { readonly ok: true; readonly card: Attachment }
  | { readonly ok: false; readonly problem: 'offer-gone' | 'upload-refused' | 'upload-failed' };

/** The address comes through the client, so it is somebody's word: it is judged as that of a download is, and not led on. */
export async function upload(
  offers: Offers,
  consent: Extract<Consent, { action: 'accept' }>,
  by: string,
  development: boolean,
  { fileMs }: Pick<Limits, 'fileMs'>,
): Promise<Uploaded> {
  const { context, uploadInfo } = consent;
  if (!isFileAddress(uploadInfo.uploadUrl, development)) return { ok: false, problem: 'upload-refused' };
  const file = offers.take(context.offer, context.name, by);
  if (!file) return { ok: false, problem: 'offer-gone' };
  if (!(await put(uploadInfo.uploadUrl, file, fileMs))) {
    offers.putBack(context.offer, file);
    return { ok: false, problem: 'upload-failed' };
  }
  const { uniqueId, contentUrl, name, fileType } = uploadInfo;
  const content = { ...(uniqueId ? { uniqueId } : {}), ...(fileType ? { fileType } : {}) };
  return { ok: true, card: { contentType: infoType, name: name || file.name, contentUrl, content } };
}

async function put(url: string, { bytes, type }: OfferedFile, fileMs: number): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'PUT',
      redirect: 'manual',
      signal: AbortSignal.timeout(fileMs),
      headers: { 'content-type': type, 'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}` },
      body: bytes,
    });
    await response.body?.cancel();
    return response.ok;
  } catch {
    // Unreachable, cut off or too slow: it can be tried again.
    return false;
  }
}
