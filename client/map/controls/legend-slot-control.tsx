import { createContext, type ReactNode, useContext } from 'react';
import { createPortal } from 'react-dom';

/** The place above the legend of the map where that of a plan belongs; null until it is there. */
export const LegendSlot = createContext<HTMLElement | null>(null);

/** Puts a legend above that of the map, so that the two share the height there is. */
export function LegendSlotControl({ children }: { readonly children: ReactNode }) {
  const slot = useContext(LegendSlot);
  return slot ? createPortal(children, slot) : null;
}
