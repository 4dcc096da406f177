import { AppError } from '../../errors.ts';

/**
 * The platform refused for good. `reason` is the platform's own short code. No cause is kept: platform libraries put
 * tokens and customers' texts into their errors.
 */
export function deliveryRefused(channel: string, reason: string, details: { blocked?: boolean } = {}): AppError {
  return new AppError('DELIVERY_REFUSED', `${channel} refused the message: ${reason}`, { details });
}

/** The platform could not be reached, failed, or asked to wait; `overall` = the wait holds for the whole channel. */
export function deliveryFailed(
  channel: string,
  reason: string,
  details: { retryAfterMs?: number; overall?: boolean } = {},
): AppError {
  return new AppError('DELIVERY_FAILED', `${channel} did not take the message: ${reason}`, { details });
}
