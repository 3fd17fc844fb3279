import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that stands before everything else; the browser keeps the focus inside and closes it with Escape. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  const id = useId();
  const holder = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (holder.current?.open === false) holder.current.showModal();
  }, []);
  return (
    <dialog ref={holder} className="dialog" aria-labelledby={id} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <IconButton icon="close" label={closeLabel} onPress={onClose} />
      </div>
      {children}
    </dialog>
  );
}
