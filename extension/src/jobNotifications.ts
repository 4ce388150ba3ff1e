import { errorText, t } from './language/language.ts';
import type { NotificationService } from './ohif.ts';
import type { Deidentification, DeidentificationStore } from './store/deidentificationState.ts';

const TITLE = 'Pseudonymize & Redact';
const SHORT_MS = 5000;
const LONG_MS = 15_000;

type Notification = Parameters<NotificationService['show']>[0];

const noticeOf = (now: Deidentification): Notification | null => {
  switch (now.status) {
    case 'sending':
      return { title: TITLE, message: t('noticeStarted'), type: 'info', duration: SHORT_MS };
    case 'running':
      return null;
    case 'refused':
      return { title: TITLE, message: errorText(now.code, now.message), type: 'error', duration: LONG_MS };
    case 'ended': {
      const { state, error, report } = now.job;
      const words = [
        t(`state_${state}`),
        error && errorText(error.code, error.message),
        report.holds > 0 && t('jobHolds', { count: report.holds }),
      ].filter(Boolean);
      const worked = state === 'completed' ? 'success' : 'error';
      const type = report.holds > 0 || state === 'cancelled' ? 'warning' : worked;
      return { title: TITLE, message: words.join('. '), type, duration: LONG_MS };
    }
  }
};

/** Tells of a job's begin and end by the viewer's notifications: who started it may be looking at another study by then. */
export const notifyOfJobs = (store: DeidentificationStore, notifications: NotificationService): void => {
  let before = store.getState();
  store.subscribe(() => {
    const now = store.getState();
    for (const [study, to] of now) {
      if (before.get(study)?.status === to.status) continue;
      const notice = noticeOf(to);
      if (notice !== null) notifications.show(notice);
    }
    before = now;
  });
};
