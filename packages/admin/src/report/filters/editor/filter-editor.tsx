/** Makes or changes one condition; what cannot be said in lines is edited as text. */
import { Button, Group, Textarea } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { parseFilter, printFilter, FilterFault, type Filter } from '@goalpost/contract/reports/filters';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dataQuery } from '../../../api/stat.ts';
import { VISITS } from '../../metrics.ts';
import type { Report } from '../../use-report.ts';
import { readConditions, writeConditions } from '../conditions.ts';
import { faultWords } from '../filter-words.ts';
import { useWording } from '../use-wording.ts';
import { emptyLine, readLines, toFilter, type Line } from './draft.ts';
import { LineFields } from './line-fields.tsx';
import './filter-editor.css';
import { Dialog } from '../../../ui/screen/dialog.tsx';

const PAUSE_MS = 300;

interface Props {
  readonly report: Report;
  /** Which condition of the address is changed; absent: a new one. */
  readonly place?: number;
  readonly onClose: () => void;
}

interface Draft {
  /** Null: as text. */
  readonly lines: readonly Line[] | null;
  readonly text: string;
}

function firstDraft(standing: Filter | undefined): Draft {
  if (standing === undefined) return { lines: [emptyLine()], text: '' };
  return { lines: readLines(standing), text: printFilter(standing) };
}

export function FilterEditor({ report, place, onClose }: Props) {
  const { t } = useTranslation();
  const read = readConditions(report.search.filters);
  const list = Array.isArray(read) ? read : [];
  const standing = place === undefined ? undefined : list[place];
  const [{ lines, text }, setDraft] = useState(() => firstDraft(standing));
  const wording = useWording(report, standing === undefined ? [] : [standing]);
  const filter = lines === null ? textFilter(text) : toFilter(lines);
  const check = useCheck(report, filter instanceof FilterFault ? null : filter);
  const fault = filter instanceof FilterFault ? faultWords(filter, t) : check.fault;
  const apply = (): void => {
    if (filter === null || filter instanceof FilterFault) return;
    const next = place === undefined ? [...list, filter] : list.with(place, filter);
    report.change({ filters: writeConditions(next) });
    onClose();
  };
  const change = (index: number, line: Line): void =>
    setDraft({ lines: (lines ?? []).with(index, line), text });
  return (
    <Dialog
      opened
      onClose={onClose}
      size="xl"
      title={t(place === undefined ? 'filter.add' : 'filter.edit')}
      closeButtonProps={{ 'aria-label': t('word.close') }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // The form that it may stand in is not sent by it.
          event.stopPropagation();
          apply();
        }}
      >
        {lines === null ? (
          <Textarea
            label={t('filter.asText')}
            description={t('filter.asTextHint')}
            error={filter instanceof FilterFault ? faultWords(filter, t) : null}
            data-autofocus
            autosize
            minRows={3}
            value={text}
            onChange={(event) => setDraft({ lines, text: event.currentTarget.value })}
          />
        ) : (
          lines.map((line, index) => (
            // Lines have no names of their own; they are added at the end.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index}>
              {index > 0 && <p className="gp-dim gp-filter-or">{t('filter.or')}</p>}
              <LineFields
                report={report}
                line={line}
                labelOf={wording.value}
                onChange={(next) => change(index, next)}
                {...(lines.length > 1
                  ? { onRemove: () => setDraft({ lines: lines.toSpliced(index, 1), text }) }
                  : {})}
              />
            </div>
          ))
        )}
        <p className="gp-filter-check" role="status" data-fault={fault !== null}>
          {fault ?? (check.visits === null ? '' : t('filter.matches', { count: check.visits }))}
        </p>
        <Group justify="space-between" gap="xs">
          {lines === null ? (
            <span />
          ) : (
            <Group gap={0}>
              <Button variant="subtle" onClick={() => setDraft({ lines: [...lines, emptyLine()], text })}>
                {t('filter.addOr')}
              </Button>
              <Button variant="subtle" color="gray" onClick={() => setDraft(asText(lines))}>
                {t('filter.toText')}
              </Button>
            </Group>
          )}
          <Group gap="xs">
            <Button variant="default" onClick={onClose}>
              {t('word.cancel')}
            </Button>
            <Button type="submit" disabled={filter === null || fault !== null}>
              {t('filter.apply')}
            </Button>
          </Group>
        </Group>
      </form>
    </Dialog>
  );
}

/** What the lines say, to go on with by hand. */
function asText(lines: readonly Line[]): Draft {
  const said = toFilter(lines);
  return { lines: null, text: said === null ? '' : printFilter(said) };
}

function textFilter(text: string): Filter | FilterFault | null {
  return text.trim() === '' ? null : parseFilter(text);
}

interface Check {
  readonly visits: number | null;
  readonly fault: string | null;
}

/** How many visits of the period meet it, or what the server has against it. */
function useCheck(report: Report, filter: Filter | null): Check {
  const { counterId, within, days } = report;
  const [filters] = useDebouncedValue(filter === null ? '' : printFilter(filter), PAUSE_MS);
  const answer = useQuery({
    ...dataQuery({
      counterId,
      attribution: within.attribution,
      metrics: [VISITS.metric],
      filters,
      ...days,
    }),
    enabled: filters !== '',
  });
  if (filter === null || filters === '') return { visits: null, fault: null };
  return {
    visits: answer.isPlaceholderData ? null : (answer.data?.totals[0] ?? null),
    fault: answer.error?.message ?? null,
  };
}
