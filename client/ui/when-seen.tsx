import { type ReactNode, useEffect, useRef, useState } from 'react';

interface WhenSeenProps {
  /** What stands there until it is scrolled into view. */
  readonly fallback: ReactNode;
  readonly children: ReactNode;
}

/** Draws its children once they come into view: what nobody looks at is not loaded. */
export function WhenSeen({ fallback, children }: WhenSeenProps) {
  const holder = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (!holder.current) return;
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true);
    });
    observer.observe(holder.current);
    return () => observer.disconnect();
  }, []);
  return <div ref={holder}>{seen ? children : fallback}</div>;
}
