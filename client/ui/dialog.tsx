import { Modal } from 'antd';
import type { ReactNode } from 'react';

interface DialogProps {
  readonly title: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A question that stands before everything else. */
export function Dialog({ title, closeLabel, onClose, children }: DialogProps) {
  return (
    <Modal open title={title} onCancel={onClose} footer={null} closable={{ 'aria-label': closeLabel }} centered>
      {children}
    </Modal>
  );
}
