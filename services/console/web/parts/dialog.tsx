// A native dialog, which keeps the focus in and gives it back: in the middle, or as a drawer at the side (below on a phone).
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useSay } from '../app/language.ts';

export function Dialog({
  title,
  drawer = false,
  onClose,
  children,
}: {
  title: string;
  drawer?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const say = useSay();
  useEffect(() => {
    const shown = dialog.current!;
    if (!shown.open) shown.showModal();
    return () => shown.close();
  }, []);
  return (
    <dialog ref={dialog} className={drawer ? 'drawer' : 'box'} aria-labelledby={id} onClose={onClose}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="plain" onClick={() => dialog.current?.close()}>
          {say(['关闭', 'Close'])}
        </button>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  );
}
