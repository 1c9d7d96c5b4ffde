import { describe, expect, it } from 'vitest';
import { createBoard, readFrom, writeOn } from './board.ts';

function pair() {
  const board = createBoard();
  return { writer: writeOn(board), underWay: () => readFrom(board).underWay((label) => `work ${label}`) };
}

describe('the board', () => {
  it('says the record that is under way, whatever else is', () => {
    const { writer, underWay } = pair();
    writer.begin(3);
    writer.enterRecord(1_795_378_102, 17);
    expect(underWay()).toEqual({ kind: 'record', segment: 1_795_378_102, place: 17 });
    writer.leave();
    expect(underWay()).toEqual({ kind: 'work', names: ['work 3'] });
  });

  it('says what lets nothing else run alone, else all that is under way, the latest first', () => {
    const { writer, underWay } = pair();
    const first = writer.begin(1);
    writer.begin(2);
    writer.begin(3);
    writer.enter(9);
    expect(underWay()).toEqual({ kind: 'work', names: ['work 9'] });
    writer.leave();
    writer.end(first);
    expect(underWay()).toEqual({ kind: 'work', names: ['work 3', 'work 2'] });
  });

  it('remembers a bounded number, and ends no later work in the place of an earlier', () => {
    const { writer, underWay } = pair();
    const first = writer.begin(1);
    for (let count = 0; count < 128; count++) writer.begin(2);
    writer.end(first);
    const said = underWay();
    expect(said.kind === 'work' ? said.names.length : 0).toBe(128);
    expect(said).not.toMatchObject({ names: expect.arrayContaining(['work 1']) });
  });
});
