import type { MouseEvent, ReactNode } from 'react';

interface PlainLinkProps {
  readonly href: string;
  readonly onOpen: () => void;
  readonly className?: string;
  readonly current?: boolean;
  readonly children: ReactNode;
}

/** A link within the page: a plain click stays here, a modified click opens a new tab as everywhere. */
export function PlainLink({ href, onOpen, className, current, children }: PlainLinkProps) {
  const handleClick = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    onOpen();
  };
  return (
    <a href={href} className={className} aria-current={current ? 'page' : undefined} onClick={handleClick}>
      {children}
    </a>
  );
}
