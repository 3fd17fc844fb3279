import { type ReactNode, useEffect } from 'react';
import { listSteps } from '#client/state/import-steps.ts';
import type { ImportStep } from '#client/state/import-view.ts';
import { setRows, setSpotlight } from '#client/state/map-store.ts';
import { useFreshCounty, useImport, useImportWork } from '#client/state/use-import.ts';
import { useTopic } from '#client/state/use-text.ts';
import { openImport, useView } from '#client/state/view-store.ts';
import type { ImportRecord } from '#core/api/import-records.ts';
import { AnswerPanel } from '../side/answer-panel.tsx';
import { DifferencePanel } from './difference-panel.tsx';
import { FilesPanel } from './files-panel.tsx';
import './import.css';
import './import-tables.css';
import { NextPanel } from './next-panel.tsx';
import { PositionsPanel } from './positions-panel.tsx';
import { ReadPanel } from './read-panel.tsx';
import { ReportPanel } from './report-panel.tsx';
import { StepsPanel } from './steps-panel.tsx';
import { WorkPanel } from './work-panel.tsx';
import { WrittenPanel } from './written-panel.tsx';

type Draw = (record: ImportRecord) => ReactNode;

const STEPS: Readonly<Record<Exclude<ImportStep, 'files'>, Draw>> = {
  read: (record) => <ReadPanel record={record} />,
  positions: (record) => <PositionsPanel record={record} />,
  report: (record) => <ReportPanel record={record} />,
  difference: (record) => <DifferencePanel record={record} />,
  written: (record) => <WrittenPanel record={record} />,
};

/** Steps that are looked at beside the map. */
const WITH_MAP: readonly ImportStep[] = ['positions', 'report', 'difference', 'written'];

/** The import room: files, what was read of them, where it lies, what is wrong with it, what it changes, and that it was written. */
export function ImportRoomPanel({ map }: { readonly map: ReactNode }) {
  const say = useTopic('importRoom');
  const id = useView((view) => view.importing.id);
  const step = useView((view) => view.importing.step);
  const answer = useImport();
  const isLost = useImportWork();
  useFreshCounty();
  useCleanMap(step);
  const record = id === null ? null : (answer.data ?? null);
  const state = listSteps(record).find((each) => each.step === step);
  const isOpen = record !== null && state?.state !== 'closed';
  const hasMap = isOpen && WITH_MAP.includes(step);
  return (
    <main className="room import-room" id="map" aria-label={say('room')}>
      <StepsPanel record={record} />
      <div className="import-desk" data-map={hasMap} data-step={step}>
        <div className="import-work">
          {id !== null && record === null ? <AnswerPanel answer={answer}>{() => null}</AnswerPanel> : null}
          {record ? <WorkPanel record={record} isLost={isLost} /> : null}
          {step === 'files' ? <FilesPanel record={record} /> : null}
          {step !== 'files' && record && isOpen ? STEPS[step](record) : null}
          {(id === null || record) && state?.obstacle ? <ClosedStep sentence={say(state.obstacle)} /> : null}
          {record ? <NextPanel record={record} /> : null}
        </div>
        {hasMap ? <div className="import-map">{map}</div> : null}
      </div>
    </main>
  );
}

/** A step that wants something before. */
function ClosedStep({ sentence }: { readonly sentence: string }) {
  const say = useTopic('importRoom');
  return (
    <div className="import-closed">
      <p>{sentence}</p>
      <button type="button" className="plain-button" onClick={() => openImport({ step: 'files' })}>
        {say('to_files')}
      </button>
    </div>
  );
}

/** What other pages or steps pointed at is no longer pointed at. */
function useCleanMap(step: ImportStep): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step begins clean
  useEffect(() => {
    setRows([]);
    setSpotlight(null);
    return () => setSpotlight(null);
  }, [step]);
}
