import { type ReactNode, useId } from 'react';

/** A part of the right panel with its heading. */
export function SectionPanel({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}
