import type { Job } from '@pseudonymize-redact/core/contract';
import { errorText, stateText, t } from './language/language.ts';
import type { NotificationService } from './ohif.ts';
import type { Deidentification, DeidentificationStore } from './store/deidentificationState.ts';

const TITLE = 'Pseudonymize & Redact';
const LONG_MS = 15_000;
/** Not over the panel, whose button and progress are at the right. */
const POSITION = 'bottom-left';

type Notification = Parameters<NotificationService['show']>[0];
type Notice = Pick<Notification, 'message' | 'type'>;

const progressOf = (job: Job): string =>
  job.instances.total === 0 ? t(`state_${job.state}`) : t('progress', job.instances);

const noticeOf = (now: Deidentification): Notice => {
  switch (now.status) {
    case 'sending':
      return { message: t('noticeStarted'), type: 'loading' };
    case 'running':
      return { message: now.connected ? progressOf(now.job) : t('connectionLost'), type: 'loading' };
    case 'refused':
      return { message: errorText(now.code, now.message), type: 'error' };
    case 'ended': {
      const { state, error, report } = now.job;
      const words = [
        stateText(now.job),
        error && errorText(error.code, error.message),
        report.holds > 0 && t('jobHolds', { count: report.holds }),
      ].filter(Boolean);
      const worked = state === 'completed' ? 'success' : 'error';
      return {
        message: words.join('. '),
        type: report.holds > 0 || state === 'cancelled' ? 'warning' : worked,
      };
    }
  }
};

/**
 * Tells how jobs go by the viewer's notifications, one for each study, which changes with the job: who started it may be looking at
 * another study by then.
 */
export const notifyOfJobs = (store: DeidentificationStore, notifications: NotificationService): void => {
  let before = store.getState();
  let runs = 0;
  const ids = new Map<string, string>();
  store.subscribe(() => {
    const now = store.getState();
    for (const [study, to] of now) {
      if (before.get(study) === to) continue;
      if (to.status === 'sending') ids.set(study, `pseudonymize ${++runs}`);
      const notice = noticeOf(to);
      // A later notice of the same id takes the place of the one before.
      const id = ids.get(study) ?? `pseudonymize ${++runs}`;
      const duration = notice.type === 'loading' ? Infinity : LONG_MS;
      notifications.show({
        id,
        title: TITLE,
        position: POSITION,
        duration,
        allowDuplicates: true,
        ...notice,
      });
    }
    before = now;
  });
};
