/** What is wrong with the server itself, if anything is: it concerns every counter. */
import type { CollectionHealth } from '@goalpost/contract/collection';
import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../ui/format.ts';

export function ServerState({ server }: { readonly server: CollectionHealth['server'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { ready, storing, set_aside: setAside, damaged_segments: damaged } = server;
  const { damaged_bytes: bytes, lost_hits: hits, lost_settings: settings } = server;
  const { missing_segments: missing, cut_off_bytes: cutOff, damaged_files: files } = server;
  return (
    <>
      {!ready && (
        <Alert color="red" variant="light" mb="md" role="alert">
          {t('health.notReady')}
        </Alert>
      )}
      {!storing && (
        <Alert color="orange" variant="light" mb="md" role="status">
          {t('health.notStoring')}
        </Alert>
      )}
      {setAside + damaged > 0 && (
        <Alert color="orange" variant="light" mb="md" role="status">
          {t('health.setAside', { hits: format.number(setAside), segments: format.number(damaged) })}
        </Alert>
      )}
      {files > 0 && (
        <Alert color="orange" variant="light" mb="md" role="status">
          {t('health.damagedFiles', { files: format.number(files) })}
        </Alert>
      )}
      {bytes + hits + settings > 0 && (
        <Alert color="red" variant="light" mb="md" role="status">
          {t('health.lost', {
            hits: format.number(hits),
            settings: format.number(settings),
            missing: format.number(missing),
            bytes: format.number(bytes),
          })}
        </Alert>
      )}
      {cutOff > 0 && (
        <Alert color="gray" variant="light" mb="md" role="status">
          {t('health.cutOff', { bytes: format.number(cutOff) })}
        </Alert>
      )}
    </>
  );
}
