import { useEffect, useState } from 'react';

/** A picture that the browser has ready, with its sides in millimetres. */
export interface ShownPicture {
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

interface Picture {
  readonly svg: Blob;
  readonly width: number;
  readonly height: number;
}

/** The last picture that can be drawn at once: the next one takes its place when it is decoded, so that nothing flickers. */
export function useShownPicture(picture: Picture | undefined): {
  readonly shown: ShownPicture | null;
  readonly isLate: boolean;
} {
  const [shown, setShown] = useState<(ShownPicture & { readonly of: Picture }) | null>(null);
  useEffect(() => {
    if (!picture) return;
    const url = URL.createObjectURL(picture.svg);
    const image = new Image();
    let isGone = false;
    image.src = url;
    const show = (): void => {
      if (!isGone) setShown({ url, width: picture.width, height: picture.height, of: picture });
    };
    // a picture that cannot be decoded ahead is drawn when it is there
    image.decode().then(show, show);
    return () => {
      isGone = true;
      // what is on the screen stays there until the next one is
      setTimeout(() => URL.revokeObjectURL(url), 10_000);
    };
  }, [picture]);
  return { shown, isLate: picture !== undefined && shown?.of !== picture };
}
