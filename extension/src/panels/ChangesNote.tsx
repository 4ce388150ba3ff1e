import type { JobChanges, JobComparison } from '@pseudonymize-redact/core/contract';
import type { ReactElement } from 'react';
import { dateText, t } from '../language/language.ts';
import type { ReviewService } from '../reviewService.ts';
import { changedImages, type ChangedImages } from '../store/changedImages.ts';
import { ErrorNote } from './ErrorNote.tsx';
import type { Answer } from './useAnswer.ts';

const FromTo = ({ label, from, to }: { label: string; from: string; to: string }): ReactElement => (
  <li>
    {label}: {from} → <span className="pseudonym">{to}</span>
  </li>
);

/** `retainDeviceIdentity` → `Retain Device Identity`, as PS3.15 calls it. */
const optionName = (option: string): string =>
  option.replace(/^./, (letter) => letter.toUpperCase()).replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ');

const Attributes = ({ attributes }: Pick<JobChanges, 'attributes'>): ReactElement => (
  <details>
    <summary>{t('changesAttributes', { count: attributes.length })}</summary>
    <table>
      <thead>
        <tr>
          <th scope="col">{t('attribute')}</th>
          <th scope="col">{t('changesBefore')}</th>
          <th scope="col">{t('changesNow')}</th>
        </tr>
      </thead>
      <tbody>
        {attributes.map(({ attribute, before, now }) => (
          <tr key={attribute}>
            <th scope="row">{attribute}</th>
            <td>{before}</td>
            <td className="pseudonym">{now}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

const countsOf = ({ added, removed, changed }: ChangedImages): string =>
  [
    added > 0 && t('changesAdded', { count: added }),
    removed > 0 && t('changesRemoved', { count: removed }),
    changed > 0 && t('changesChanged', { count: changed }),
  ]
    .filter(Boolean)
    .join(', ');

const Images = ({
  images,
  service,
}: {
  images: readonly ChangedImages[];
  service: ReviewService;
}): ReactElement => (
  <>
    {images.map((image) => (
      <li key={`${image.image.imageId} ${image.position ?? ''}`}>
        {service.seriesName(image.displaySetInstanceUID)},{' '}
        {image.position === null ? t('everyImage') : t('image', { position: image.position })}:{' '}
        {countsOf(image)}
      </li>
    ))}
  </>
);

interface ChangesProps {
  readonly service: ReviewService;
  readonly comparison: Answer<JobComparison | null>;
}

/** What a job does otherwise than the one before it. */
export const ChangesNote = ({ service, comparison }: ChangesProps): ReactElement | null => {
  if (comparison.status === 'loading') return <p className="note">{t('askingBridge')}</p>;
  if (comparison.status === 'failed') return <ErrorNote error={comparison.error} />;
  const changes = comparison.value?.changes ?? null;
  if (changes === null) return null;
  const { earlier, profile, product, options, attributes, settings, regions } = changes;
  const images = changedImages(regions, service.store.getState().images);
  const otherProfile = earlier.profile === profile ? null : earlier.profile;
  const otherProduct = earlier.product === product ? null : earlier.product;
  const count = options.length + attributes.length + settings.length + regions.length;
  const isSame = otherProfile === null && otherProduct === null && count === 0;
  return (
    <div className="changes" role="group" aria-label={t('changes')}>
      <h3>
        {t('changesSince', {
          when: dateText(earlier.endedAt),
          profile: earlier.profile ?? '–',
        })}
      </h3>
      {isSame ? (
        <p className="note">{t('changesNone')}</p>
      ) : (
        <ul>
          {otherProfile !== null && <FromTo label={t('profile')} from={otherProfile} to={profile} />}
          {otherProduct !== null && <FromTo label={t('product')} from={otherProduct} to={product} />}
          {options.map(({ option, used }) => (
            <li key={option}>
              {t(used ? 'changesOptionUsed' : 'changesOptionUnused', { option: optionName(option) })}
            </li>
          ))}
          {settings.map((setting) => (
            <li key={setting}>{t('changesSetting', { setting: t(`setting_${setting}`) })}</li>
          ))}
          <Images images={images} service={service} />
        </ul>
      )}
      {attributes.length > 0 && <Attributes attributes={attributes} />}
    </div>
  );
};
