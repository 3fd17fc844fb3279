import { Button, Progress } from 'antd';

interface BusyButtonProps {
  readonly label: string;
  readonly cancelLabel: string;
  /** Null while nothing runs; `percent` null while it is not known how much there is. */
  readonly running: { readonly label: string; readonly percent: number | null } | null;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** Starts long work, shows how far it is, stops it. */
export function BusyButton({ label, cancelLabel, running, onStart, onCancel }: BusyButtonProps) {
  if (!running) {
    return (
      <Button type="primary" size="large" block onClick={onStart}>
        {label}
      </Button>
    );
  }
  return (
    <div className="busy" role="status">
      <span>{running.label}</span>
      <Progress percent={running.percent ?? 100} status="active" showInfo={running.percent !== null} />
      <Button onClick={onCancel}>{cancelLabel}</Button>
    </div>
  );
}
