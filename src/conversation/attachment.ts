import { AppError, messageOf } from '../errors.ts';

const READ_WITHIN_MS = 30_000;

/**
 * Reads a customer's file, at most `maxBytes` of it. Throws INPUT_INVALID when it is larger or can't be had; the address,
 * which may hold a token, is in no message.
 */
export async function readAttachment(
  url: string | URL,
  maxBytes: number,
  headers: Record<string, string> = {},
): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { headers, redirect: 'error', signal: AbortSignal.timeout(READ_WITHIN_MS) });
    if (!response.ok || !response.body) throw unreadable(`status ${response.status}`);
    if (Number(response.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge(maxBytes);
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > maxBytes) throw tooLarge(maxBytes);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(messageOf(error).includes('timeout') ? 'timeout' : 'network');
  }
}

function unreadable(reason: string): AppError {
  return new AppError('INPUT_INVALID', `the attachment could not be read: ${reason}`);
}

export function tooLarge(maxBytes: number): AppError {
  return new AppError('INPUT_INVALID', `the attachment is larger than ${maxBytes} bytes`);
}
