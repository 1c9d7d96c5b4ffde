/** Where the price of a goal stands: in the params, or on the page [G84]. */
import { MAX_PRICE_PLACE, PRICE_PLACE_TYPES } from '@goalpost/contract/goals';
import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { GoalDraft } from '../draft.ts';
import { PickButton } from '../workbench/pick-button.tsx';

type Place = GoalDraft['place'];

interface Props {
  readonly place: Place;
  readonly error: string | undefined;
  readonly onChange: (place: Place) => void;
}

const TYPES: readonly Place['type'][] = ['', ...PRICE_PLACE_TYPES];

export function PricePlaceFields({ place, error, onChange }: Props) {
  const { t } = useTranslation();
  const { type, value } = place;
  const isOnPage = type === 'data' || type === 'selector';
  return (
    <div className="gp-conditions">
      <NativeSelect
        label={t('goalForm.pricePlace.label')}
        description={t('goalForm.pricePlace.hint')}
        data={TYPES.map((one) => ({ value: one, label: t(`goalForm.pricePlace.types.${one || 'none'}`) }))}
        value={type}
        onChange={(event) => {
          const chosen = TYPES.find((one) => one === event.currentTarget.value) ?? '';
          // What names an element names no parameter.
          onChange({ type: chosen, value: chosen === '' ? '' : value });
        }}
      />
      {type !== '' && (
        <TextInput
          w="100%"
          label={t('goalForm.pricePlace.value')}
          description={t(`goalForm.pricePlace.hints.${type}`)}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          spellCheck={false}
          autoCapitalize="off"
          maxLength={MAX_PRICE_PLACE}
          value={value}
          error={error}
          onChange={(event) => onChange({ type, value: event.currentTarget.value })}
        />
      )}
      {isOnPage && (
        <PickButton
          type="price"
          onPick={({ price_place: picked }) => {
            if (picked) onChange(picked);
          }}
        />
      )}
    </div>
  );
}
