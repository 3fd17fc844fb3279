import type { PlanEdit } from '../county/plan.ts';

/** Codes of the things that a command changes: a settlement stands for its households, whose codes begin with its code. */
export function listCommandTargets(edit: PlanEdit): readonly string[] {
  switch (edit.kind) {
    case 'place_site':
    case 'move_site':
    case 'set_capacity':
    case 'remove_site':
    case 'assess_site':
    case 'close_site':
    case 'open_site':
      return [edit.input.siteCode];
    case 'assign_settlement':
    case 'release_settlement':
    case 'arrange_settlement':
      return [edit.input.settlementCode];
    case 'assign_household':
    case 'release_household':
    case 'arrange_household':
      return [edit.input.householdCode];
    case 'harden_segment':
    case 'leave_segment':
    case 'add_segment':
      return [edit.input.segmentCode];
    case 'place_park':
      return [edit.input.parkCode];
    case 'place_service':
      return [edit.input.serviceCode];
    case 'remove_placed':
      return [edit.input.code];
  }
}

/** The site that a command sends households to; null = none. Many may do so at once. */
export const findCommandSite = (edit: PlanEdit): string | null =>
  edit.kind === 'assign_settlement' || edit.kind === 'assign_household' ? edit.input.siteCode : null;

/** Whether a command sends away those who were to go to its site. */
export const isEmptying = ({ kind }: PlanEdit): boolean => kind === 'remove_site' || kind === 'close_site';
