/** One line of a condition: what, how it compares, with which values, and in which visits. */
import { CloseButton, NativeSelect, Select, TextInput } from '@mantine/core';
import { FILTER_GROUPS } from '@goalpost/contract/reports/filters';
import { mayAskBy } from '@goalpost/contract/management/in-person';
import { isLimited } from '@goalpost/contract/management/roles';
import { useTranslation } from 'react-i18next';
import { useRole } from '../../../counter/counter-scope.tsx';
import { textIn } from '../../../i18n/text.ts';
import type { Report } from '../../use-report.ts';
import { nameOf } from '../fields.ts';
import { operatorName } from '../filter-words.ts';
import { emptyLine, isOfPerson, MOST_DAYS, operatorsOf, WHENS, withinOf, type Line } from './draft.ts';
import { findsField } from './find-field.ts';
import { ValueInput } from './value-input.tsx';

interface Props {
  readonly report: Report;
  readonly line: Line;
  readonly labelOf: (name: string, value: string) => string;
  readonly onChange: (line: Line) => void;
  /** Absent: the only line. */
  readonly onRemove?: () => void;
}

export function LineFields({ report, line, labelOf, onChange, onRemove }: Props) {
  const { t, i18n } = useTranslation();
  const role = useRole(report.counterId);
  const operators = operatorsOf(line.name);
  const groups = FILTER_GROUPS.map(({ title, fields }) => ({
    group: textIn(title, i18n.language),
    items: fields
      .filter(({ id }) => mayAskBy(role, id))
      .map((field) => ({ value: nameOf(field), label: t(`dimension.${field.id}`) })),
  })).filter(({ items }) => items.length > 0);
  const whens = WHENS.filter((when) => !isLimited(role) || !isOfPerson({ ...line, when }));
  return (
    <div className="gp-filter-line">
      <Select
        className="gp-filter-what"
        label={t('filter.what')}
        placeholder={t('filter.whatHint')}
        searchable
        allowDeselect={false}
        {...(line.name === '' ? { 'data-autofocus': true } : {})}
        data={groups}
        filter={findsField}
        nothingFoundMessage={t('filter.nothingFound')}
        value={line.name === '' ? null : line.name}
        onChange={(name) => {
          if (name !== null) onChange({ ...emptyLine(), when: line.when, name });
        }}
      />
      {operators.length > 1 && (
        <NativeSelect
          label={t('filter.how')}
          data={operators.map((value) => ({
            value,
            label: t(operatorName(value)),
          }))}
          value={line.operator}
          onChange={(event) => {
            const wanted = operators.find((known) => known === event.currentTarget.value);
            if (wanted !== undefined) onChange({ ...line, operator: wanted });
          }}
        />
      )}
      {line.name !== '' && (
        <>
          <ValueInput
            key={line.name}
            report={report}
            name={line.name}
            operator={line.operator}
            values={line.values}
            labelOf={labelOf}
            onChange={(values) => onChange({ ...line, values })}
          />
          <NativeSelect
            label={t('filter.when')}
            data={whens.map((value) => ({ value, label: t(`filter.whens.${value}`) }))}
            value={line.when}
            onChange={(event) => {
              const wanted = whens.find((known) => known === event.currentTarget.value);
              if (wanted !== undefined) onChange({ ...line, when: wanted });
            }}
          />
          {isOfPerson(line) && (
            <TextInput
              className="gp-filter-days"
              type="number"
              min={1}
              max={MOST_DAYS}
              label={t('filter.days')}
              placeholder={t('filter.anyTime')}
              value={line.days}
              error={line.days !== '' && withinOf(line.days) === undefined ? t('filter.wrongDays') : null}
              onChange={(event) => onChange({ ...line, days: event.currentTarget.value })}
            />
          )}
        </>
      )}
      {onRemove && <CloseButton aria-label={t('filter.removeLine')} onClick={onRemove} />}
    </div>
  );
}
