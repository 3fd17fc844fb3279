import { type ReactNode, useEffect, useRef, useState } from 'react';

interface WhenSeenProps {
  /** While true nothing is loaded even in view: more pressing things are under way. */
  readonly waiting: boolean;
  /** What stands there until it is scrolled into view. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Draws its children once they come into view: what nobody looks at is not loaded. */
export function WhenSeen({ waiting, fallback, children }: WhenSeenProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (waiting || !holder.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(holder.current);
    return () => observer.disconnect();
  }, [waiting]);
  return <div ref={holder}>{seen ? children : fallback}</div>;
}
