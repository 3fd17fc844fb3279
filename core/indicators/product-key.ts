/** A product with its unit, such as `茶叶/亩`: amounts of the same key add up. */
export const productKey = (
  park: { readonly product: string; readonly scaleUnit: string | null } | undefined,
): string => (park ? `${park.product}/${park.scaleUnit ?? ''}` : '');
