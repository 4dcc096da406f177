import type { Reply } from '../../replies/reply.ts';

/** Where the pack's own pictures are served. */
export const PICTURES_PATH = '/packs/images';

/** The path under which a pack's picture is served; undefined for what is an address already. */
export function picturePath(image: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(image)) return undefined;
  const path = image.replace(/^(?:\.?\/)*(?:images\/)?/, '');
  return `${PICTURES_PATH}/${path.split('/').map(encodeURIComponent).join('/')}`;
}

/** The reply with the pack's own pictures at addresses that a platform can fetch; without `publicUrl` they are left out. */
export function withPublicPictures(reply: Reply, publicUrl: string | undefined): Reply {
  if (!reply.products?.some(({ image }) => image && picturePath(image))) return reply;
  const products = reply.products.map(({ image, ...card }) => {
    const path = image && picturePath(image);
    const address = path ? publicUrl && `${publicUrl}${path}` : image;
    return { ...card, ...(address && { image: address }) };
  });
  return { ...reply, products };
}
