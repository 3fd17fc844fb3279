import type { errors as zh } from '../zh/errors.ts';

/** Sentences for error codes (key = DomainError code). */
export const errors: Record<keyof typeof zh, string> = {};
