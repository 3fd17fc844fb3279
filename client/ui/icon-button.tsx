import { Icon, type IconName } from './icon.tsx';

interface IconButtonProps {
  readonly icon: IconName;
  readonly label: string;
  readonly onPress: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  /** A word beside the picture. */
  readonly word?: string;
  readonly className?: string;
}

/** A small button with a picture. */
export function IconButton({ icon, label, onPress, pressed, disabled, word, className = '' }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon-button ${className}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} />
      {word ? <span>{word}</span> : null}
    </button>
  );
}
