// One department's sheet: the server's marks, this browser's changes on top, and what is pending.
import { type CheckView, drawKey, type Mark, type MeView, type ProblemDetails } from '@jiangong/client';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { type Changes, draftOf, enqueue, keepChange, type Place, pendingOf } from './drafts.ts';
import { flush, merged, onSent, refusalOf } from './outbox.ts';

export interface Sheet {
  marks: Record<string, Mark>;
  /** Items that are only in this browser. */
  unsaved: number;
  /** Whether a tap is still on its way to this browser's disk. */
  keeping: boolean;
  pending: 'save' | 'submit' | undefined;
  problem: ProblemDetails | undefined;
  change(criterion: string, mark: Mark | null): void;
  send(act: 'save' | 'submit'): Promise<void>;
}

export function useSheet(check: CheckView, department: string, me: MeView): Sheet {
  const user = me.actor.sub;
  const place = useMemo<Place>(() => ({ user, check: check.check, department }), [user, check.check, department]);
  const [changes, setChanges] = useState<Changes>({});
  const [keeping, setKeeping] = useState(0);
  const [pending, setPending] = useState<'save' | 'submit'>();
  const read = useCallback(async () => {
    setChanges(await draftOf(place));
    const own = await pendingOf(place.user);
    setPending(own.find((each) => each.check === place.check && each.department === place.department)?.act);
  }, [place]);
  useEffect(() => {
    void read();
    return onSent(() => void read());
  }, [read]);
  return {
    marks: merged(check, department, changes),
    unsaved: Object.keys(changes).length,
    keeping: keeping > 0,
    pending,
    problem: refusalOf(place),
    change(criterion, mark) {
      setChanges((before) => ({ ...before, [criterion]: mark }));
      setKeeping((count) => count + 1);
      void keepChange(place, criterion, mark).finally(() => setKeeping((count) => count - 1));
    },
    async send(act) {
      setPending(act);
      await enqueue({ ...place, act, key: drawKey() });
      await flush(user);
    },
  };
}
